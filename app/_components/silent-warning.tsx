import { TimeAgo } from "@/app/_components/time-ago";
import { Alert } from "@/app/_ui/alert";
import { TextLink } from "@/app/_ui/text-link";
import type { CompanySync } from "@/lib/quickbooks/sync-views/sync-status-view";

/** The Web Connector has not called for longer than it should: since when, and what to look at. */
export function SilentWarning({ sync, className }: { sync: CompanySync; className?: string }) {
  if (sync.state !== "silent" || !sync.lastContactAt) return null;
  return (
    <Alert
      tone="amber"
      {...(className ? { className } : {})}
      title={
        <>
          The Web Connector of {sync.name} last called <TimeAgo at={sync.lastContactAt} />
        </>
      }
      action={<TextLink href="/help/web-connector#running">What keeps it running</TextLink>}
    >
      Is the computer on, is somebody logged in, is the Web Connector open with Auto-Run ticked? Until it
      calls, nothing goes to QuickBooks or comes from there.
    </Alert>
  );
}
