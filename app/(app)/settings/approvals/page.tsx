import type { Metadata } from "next";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { readApprovalSettings } from "@/lib/workflow/approval-settings";
import { SettingsForm } from "./_components/settings-form";

export const metadata: Metadata = { title: "Approval settings" };

export default async function ApprovalSettingsPage() {
  const settings = await readApprovalSettings(await requireActor(), {});
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
