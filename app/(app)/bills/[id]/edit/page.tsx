import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireFollower } from "@/app/_components/drawn-version";
import { Alert } from "@/app/_ui/alert";
import { PageHeader } from "@/app/_ui/page-header";
import { env } from "@/lib/core/env";
import { readPickLists } from "@/lib/ledger/ledger-views";
import { listCompanyFiles } from "@/lib/quickbooks/connections/connection-views";
import { BillForm } from "../../_components/bill-form";
import { findBill } from "../../_components/find-bill";
import { formBillOf } from "../../_components/form-bill";
import { mayCreate } from "../../_components/may-create";

export const metadata: Metadata = { title: "Edit bill" };

type EditBillPageProps = {
  params: Promise<{ id: string }>;
  /** The field that one comes to correct, by the form's own name. */
  searchParams: Promise<{ field?: string | string[] }>;
};

/** Changes a bill that may be changed; whoever may not is shown the bill itself. */
export default async function EditBillPage({ params, searchParams }: EditBillPageProps) {
  const [actor, { id }, { field }] = await Promise.all([requireFollower(), params, searchParams]);
  const bill = await findBill(actor, id);
  if (!bill) notFound();
  if (!bill.allowed.edit) redirect(`/bills/${id}`);
  const { content } = bill;
  const title = `Edit ${content.vendor?.name ?? "bill"} ${content.invoiceNumber}`.trim();
  const back = { href: `/bills/${id}`, label: "Back to the bill" };
  const files = await listCompanyFiles(actor, {});
  const file = files.find(({ id: fileId }) => fileId === bill.connectionId);
  if (!file) {
    return (
      <>
        <PageHeader title={title} back={back} />
        <Alert tone="amber" title="Its company file is disconnected">
          The bill can be read and not be changed. An Admin can connect the company file again under
          Connections.
        </Alert>
      </>
    );
  }
  const lists = await readPickLists(actor, { connectionId: bill.connectionId });
  const given = bill.signatures.filter(
    ({ round, verdict }) => round === bill.round && verdict === "approved",
  ).length;
  return (
    <>
      <PageHeader title={title} back={back} {...(files.length > 1 ? { description: file.name } : {})} />
      {bill.state === "in_approval" ? (
        <Alert tone="amber" className="mb-4" title="A change starts the approval again">
          {given > 0
            ? `${given === 1 ? "The signature" : `The ${given} signatures`} given so far stay in the history and count no more.`
            : "Everybody whom the workflow asks is asked about the changed bill."}
        </Alert>
      ) : null}
      <BillForm
        billId={id}
        version={bill.version}
        state={bill.state}
        connectionId={bill.connectionId}
        initial={formBillOf(content, bill.documents)}
        lists={lists}
        usesClasses={file.usesClasses}
        mayCreate={mayCreate(actor)}
        oldTerms={content.terms}
        documentMegabytes={env().MAX_DOCUMENT_MB}
        said={bill.checks.filter((check) => check.field === field)}
      />
    </>
  );
}
