import { SearchX } from "lucide-react";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Link } from "@/app/_ui/link";

/** In place of a page or a record that is not there, or that belongs to somebody else. */
export function MissingPage() {
  return (
    <EmptyState
      icon={<SearchX />}
      title="This does not exist, or not any more"
      action={
        <Button asChild>
          <Link href="/">Go to the start</Link>
        </Button>
      }
    >
      The address may be mistyped, or it is not for you to see.
    </EmptyState>
  );
}
