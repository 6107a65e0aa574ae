import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import { one, pageNumber, type SearchParams } from "@/app/_components/read-address";
import { PageHeader } from "@/app/_ui/page-header";
import { readRecordRange } from "@/lib/record/record-range";
import { SETTINGS_AREAS } from "@/lib/record/settings-events";
import { CheckRecord } from "./_components/check-record";
import { ExportRecord } from "./_components/export-record";
import { SettingsChanges } from "./_components/settings-changes";

export const metadata: Metadata = { title: "Record" };

type RecordPageProps = { searchParams: Promise<SearchParams> };

/** Who approved what, to be taken out for an auditor, the proof that nothing in it was rewritten, and who set what. */
export default async function RecordPage({ searchParams }: RecordPageProps) {
  const actor = await requireFollower();
  const asked = await searchParams;
  const { firstDay, today, events } = await readRecordRange(actor, {});
  return (
    <>
      <PageHeader
        title="Record"
        description="What happened to every bill, who approved what, and who changed the settings. It is kept for ever, and the database refuses to change it."
      />
      <div className="grid max-w-4xl items-start gap-4 md:grid-cols-2">
        <ExportRecord firstDay={firstDay} today={today} />
        <CheckRecord events={events} />
        <div className="md:col-span-2">
          <SettingsChanges
            actor={actor}
            area={SETTINGS_AREAS.find((name) => name === one(asked.area))}
            page={pageNumber(one(asked.page))}
          />
        </div>
      </div>
    </>
  );
}
