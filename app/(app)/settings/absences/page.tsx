import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import { PageHeader } from "@/app/_ui/page-header";
import { AbsencesPanel } from "./_components/absences-panel";

export const metadata: Metadata = { title: "Absences" };

export default async function AbsencesPage() {
  return (
    <>
      <PageHeader
        title="Absences"
        description="While somebody is away, a stand-in can approve in their place. It begins and ends by itself."
      />
      <div className="max-w-3xl">
        <AbsencesPanel actor={await requireFollower()} />
      </div>
    </>
  );
}
