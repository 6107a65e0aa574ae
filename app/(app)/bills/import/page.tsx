import { Building2 } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireFollower } from "@/app/_components/drawn-version";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { may } from "@/lib/access/actor";
import { readLastCompanyFile } from "@/lib/bills/company-files";
import { TEMPLATE } from "@/lib/import/columns";
import { listCompanyFiles } from "@/lib/quickbooks/connections/connection-views";
import { CompanyFileChoice } from "../_components/company-file-choice";
import { ImportBillsForm } from "./_components/import-bills-form";

export const metadata: Metadata = { title: "Import bills" };

/** Takes bills from a CSV file into one of the company files. */
export default async function ImportBillsPage({
  searchParams,
}: {
  searchParams: Promise<{ company?: string }>;
}) {
  const actor = await requireFollower();
  if (!may(actor, "bill.import")) redirect("/inbox");
  const [files, last, { company }] = await Promise.all([
    listCompanyFiles(actor, {}),
    readLastCompanyFile(actor, {}),
    searchParams,
  ]);
  const file = files.find(({ id }) => id === company) ?? files.find(({ id }) => id === last) ?? files[0];
  return (
    <>
      <PageHeader
        title="Import bills"
        description="From a spreadsheet or another program, as a CSV file"
        back={{ href: "/inbox", label: "Inbox" }}
      />
      {file ? (
        <>
          {files.length > 1 ? (
            <CompanyFileChoice files={files} chosen={file.id} path="/bills/import" />
          ) : null}
          <ImportBillsForm key={file.id} connectionId={file.id} template={TEMPLATE} />
        </>
      ) : (
        <EmptyState icon={<Building2 />} title="Connect a company file first">
          Bills are taken in for a QuickBooks company file: their vendors, accounts and items are looked up in
          it.
          {may(actor, "connection.create")
            ? " Connect one under Connections."
            : " Ask an Admin to connect one."}
        </EmptyState>
      )}
    </>
  );
}
