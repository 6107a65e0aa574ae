import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import { PageHeader } from "@/app/_ui/page-header";
import { readApprovalSettings } from "@/lib/workflow/approval-settings";
import { SettingsForm } from "./_components/settings-form";

export const metadata: Metadata = { title: "Approval settings" };

export default async function ApprovalSettingsPage() {
  const settings = await readApprovalSettings(await requireFollower(), {});
  return (
    <>
      <PageHeader
        title="Approval settings"
        description="What holds for every bill, whatever the approval workflow says."
      />
      {/* Somebody else's change is shown, not written over by a form that was drawn before it. */}
      <SettingsForm
        key={JSON.stringify(settings)}
        settings={settings}
        timeZones={Intl.supportedValuesOf("timeZone")}
      />
    </>
  );
}
