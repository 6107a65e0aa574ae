"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useKeys } from "@/app/_components/use-keys";
import { Button } from "@/app/_ui/button";

/** Opens the form of a new bill, with the key n too. */
export function EnterBillButton() {
  const router = useRouter();
  useKeys({ n: () => router.push("/bills/new") });
  return (
    <Button asChild variant="primary">
      <Link href="/bills/new" aria-keyshortcuts="n">
        <Plus aria-hidden="true" />
        Enter bill
      </Link>
    </Button>
  );
}
