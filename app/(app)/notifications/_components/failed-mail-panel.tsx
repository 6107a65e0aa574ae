import { Moment } from "@/app/_components/moment";
import { Panel } from "@/app/_ui/panel";
import type { Actor } from "@/lib/access/actor";
import { listFailedMail } from "@/lib/mail/failed-mail";

/** Mail that could not be sent, for the Admin; nothing where all of it has gone. */
export async function FailedMailPanel({ actor }: { actor: Actor }) {
  const mails = await listFailedMail(actor, {});
  if (mails.length === 0) return null;
  return (
    <Panel
      flush
      className="mt-6 max-w-4xl"
      title="Mail that could not be sent"
      description="The mail server refused it, or could not be reached for a day. What it said is in the app all the same; an invitation can be sent again under People."
    >
      <ul aria-label="Mail that could not be sent" className="divide-y divide-line">
        {mails.map(({ id, recipient, subject, reason, at }) => (
          <li key={id} className="px-4 py-3 text-sm">
            <p className="break-words text-ink">{subject}</p>
            <p className="break-words text-ink-muted text-xs">
              To {recipient}, <Moment at={at} />
            </p>
            <p className="mt-1 break-words text-danger-ink text-xs">{reason}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
