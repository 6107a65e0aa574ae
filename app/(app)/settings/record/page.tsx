import type { Metadata } from "next";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { readRecordRange } from "@/lib/record/record-range";
import { CheckRecord } from "./_components/check-record";
import { ExportRecord } from "./_components/export-record";

export const metadata: Metadata = { title: "Record" };

/** Who approved what, to be taken out for an auditor, and the proof that nothing in it was rewritten. */
export default async function RecordPage() {
  const { firstDay, today, events } = await readRecordRange(await requireActor(), {});
  return (
    <>
      <PageHeader
        title="Record"
        description="What happened to every bill, and who approved what. It is kept for ever, and the database refuses to change it."
      />
      <div className="grid max-w-4xl items-start gap-4 md:grid-cols-2">
        <ExportRecord firstDay={firstDay} today={today} />
        <CheckRecord events={events} />
      </div>
    </>
  );
}
