"use client";

import { Ellipsis, FileUp, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useKeys } from "@/app/_components/use-keys";
import { Button } from "@/app/_ui/button";
import { Link } from "@/app/_ui/link";
import { Menu, MenuItem } from "@/app/_ui/menu";

/** Opens the form of a new bill, with the key n too; beside it the way to take bills from a file. */
export function EnterBillButton({ mayImport }: { mayImport: boolean }) {
  const router = useRouter();
  useKeys({ n: () => router.push("/bills/new") });
  return (
    <div className="flex items-center gap-2">
      {mayImport ? (
        <Button asChild className="max-md:hidden">
          <Link href="/bills/import">
            <FileUp aria-hidden="true" />
            Import
          </Link>
        </Button>
      ) : null}
      <Button asChild variant="primary">
        <Link href="/bills/new" aria-keyshortcuts="n">
          <Plus aria-hidden="true" />
          Enter bill
        </Link>
      </Button>
      {mayImport ? (
        <Menu
          trigger={
            <Button variant="ghost" size="icon" aria-label="More ways to enter bills" className="md:hidden">
              <Ellipsis aria-hidden="true" />
            </Button>
          }
        >
          <MenuItem href="/bills/import" icon={<FileUp aria-hidden="true" />}>
            Import bills
          </MenuItem>
        </Menu>
      ) : null}
    </div>
  );
}
