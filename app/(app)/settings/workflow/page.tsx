import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import { TimeAgo } from "@/app/_components/time-ago";
import { PageHeader } from "@/app/_ui/page-header";
import { may } from "@/lib/access/actor";
import { listBillCompanyFiles } from "@/lib/bills/company-files";
import { readPickLists } from "@/lib/ledger/ledger-views";
import { listGroups } from "@/lib/workflow/groups";
import { findTrialBills, readWorkflow } from "@/lib/workflow/workflow-views";
import { GroupsPanel } from "./_components/groups-panel";
import { WorkflowEditor } from "./_components/workflow-editor";

export const metadata: Metadata = { title: "Approval workflow" };

export default async function WorkflowPage() {
  const actor = await requireFollower();
  const [workflow, groups, companyFiles, bills] = await Promise.all([
    readWorkflow(actor, {}),
    listGroups(actor, {}),
    listBillCompanyFiles(actor, {}),
    findTrialBills(actor, {}),
  ]);
  const files = await Promise.all(
    companyFiles
      .filter(({ isDisconnected }) => !isDisconnected)
      .map(async ({ id, name }) => {
        const { accounts, classes } = await readPickLists(actor, { connectionId: id });
        return { id, name, accounts, classes };
      }),
  );
  const { changedAt, changedBy } = workflow;
  return (
    <>
      <PageHeader
        title="Approval workflow"
        description="Which bills ask whom. The rules are read from top to bottom when a bill is submitted."
        status={
          changedAt && changedBy ? (
            <span className="text-ink-muted text-xs">
              Changed by {changedBy}, <TimeAgo at={changedAt} />
            </span>
          ) : null
        }
      />
      <div className="flex flex-col gap-6">
        <WorkflowEditor
          workflow={workflow}
          groups={groups}
          files={files}
          bills={bills}
          mayChange={may(actor, "workflow.change")}
        />
        <GroupsPanel groups={groups} people={workflow.people} mayManage={may(actor, "group.manage")} />
      </div>
    </>
  );
}
