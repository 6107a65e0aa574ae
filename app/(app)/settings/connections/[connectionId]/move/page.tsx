import { Download } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireFollower } from "@/app/_components/drawn-version";
import { pageOf } from "@/app/_components/page-of";
import { TimeAgo } from "@/app/_components/time-ago";
import { Button } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { may } from "@/lib/access/actor";
import { readConnection } from "@/lib/quickbooks/connections/connection-views";
import { GuidePassword } from "../../_components/guide-password";

export const metadata: Metadata = { title: "Move to another computer" };

type MovePageProps = { params: Promise<{ connectionId: string }> };

/** Moving a connection to another computer, so that two never run it at once. */
export default async function MovePage({ params }: MovePageProps) {
  const actor = await requireFollower();
  const { connectionId } = await params;
  if (!may(actor, "connection.rotate-password")) redirect(`/settings/connections/${connectionId}`);
  const connection = await pageOf(() => readConnection(actor, { connectionId }));
  return (
    <>
      <PageHeader
        back={{ href: `/settings/connections/${connectionId}`, label: connection.name }}
        title="Move to another computer"
        description="Nothing is lost on the way: what waits for QuickBooks waits until the new computer calls."
      />
      <ol className="flex max-w-2xl flex-col gap-4">
        <li>
          <Panel title="1. Shut the old computer out">
            <div className="flex flex-col gap-3 text-ink-muted text-sm">
              <p>
                A new password stops the old one at once. Keep this page open until it is pasted in step 4.
              </p>
              <GuidePassword connectionId={connectionId} mayMake />
            </div>
          </Panel>
        </li>
        <li>
          <Panel title="2. Remove it from the old Web Connector">
            <p className="text-ink-muted text-sm">
              There, select the line {connection.name} in the Web Connector and choose{" "}
              <strong className="font-medium text-ink">Remove</strong>. If that computer is gone, its password
              is enough of a lock.
            </p>
          </Panel>
        </li>
        <li>
          <Panel title="3. Open the same company file on the new computer">
            <div className="flex flex-col items-start gap-3 text-ink-muted text-sm">
              <p>
                As <strong className="font-medium text-ink">Admin</strong>, in{" "}
                <strong className="font-medium text-ink">single-user mode</strong>. Then download the
                connection file there and open it: OK, “Yes, always; allow access even if QuickBooks is not
                running”, Continue.
              </p>
              <Button asChild>
                <a href={`/api/qbwc/${connectionId}/file`} download>
                  <Download aria-hidden="true" />
                  Download the .qwc file
                </a>
              </Button>
              <p>It is the same file with the same mark, so QuickBooks and every bill are known again.</p>
            </div>
          </Panel>
        </li>
        <li>
          <Panel title="4. Paste the new password there, tick the box, Update Selected">
            <p className="text-ink-muted text-sm">
              Tick Auto-Run, too. Last call of a Web Connector:{" "}
              {connection.lastContactAt ? <TimeAgo at={connection.lastContactAt} /> : "none yet"}.
            </p>
          </Panel>
        </li>
      </ol>
    </>
  );
}
