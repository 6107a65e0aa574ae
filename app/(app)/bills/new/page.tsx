import { Building2 } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireFollower } from "@/app/_components/drawn-version";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { may } from "@/lib/access/actor";
import { readLastCompanyFile } from "@/lib/bills/company-files";
import { env } from "@/lib/core/env";
import { readPickLists } from "@/lib/ledger/ledger-views";
import { listCompanyFiles } from "@/lib/quickbooks/connections/connection-views";
import { BillForm } from "../_components/bill-form";
import { CompanyFileChoice } from "../_components/company-file-choice";
import { emptyBill } from "../_components/form-bill";
import { mayCreate } from "../_components/may-create";
import { NoListsYet } from "../_components/no-lists-yet";

export const metadata: Metadata = { title: "New bill" };

/** Enters a bill into one of the company files; with several, the one of the last bill unless another is chosen. */
export default async function NewBillPage({ searchParams }: { searchParams: Promise<{ company?: string }> }) {
  const actor = await requireFollower();
  if (!may(actor, "bill.save")) redirect("/inbox");
  const [files, last, { company }] = await Promise.all([
    listCompanyFiles(actor, {}),
    readLastCompanyFile(actor, {}),
    searchParams,
  ]);
  const file = files.find(({ id }) => id === company) ?? files.find(({ id }) => id === last) ?? files[0];
  const header = <PageHeader title="New bill" back={{ href: "/inbox", label: "Inbox" }} />;
  if (!file) {
    return (
      <>
        {header}
        <EmptyState
          icon={<Building2 />}
          title="Connect a company file first"
          action={
            may(actor, "connection.create") ? (
              <Button asChild variant="primary">
                <Link href="/settings/connections">Connect QuickBooks</Link>
              </Button>
            ) : null
          }
        >
          Bills are entered for a QuickBooks company file: its vendors, accounts and items are chosen from.
          {may(actor, "connection.create") ? "" : " Ask an Admin to connect one."}
        </EmptyState>
      </>
    );
  }
  const lists = await readPickLists(actor, { connectionId: file.id });
  return (
    <>
      {header}
      {files.length > 1 ? <CompanyFileChoice files={files} chosen={file.id} path="/bills/new" /> : null}
      {lists.accounts.length === 0 ? <NoListsYet /> : null}
      <BillForm
        key={file.id}
        billId={null}
        version={null}
        state="draft"
        connectionId={file.id}
        initial={emptyBill()}
        lists={lists}
        usesClasses={file.usesClasses}
        mayCreate={mayCreate(actor)}
        oldTerms={null}
        documentMegabytes={env().MAX_DOCUMENT_MB}
      />
    </>
  );
}
