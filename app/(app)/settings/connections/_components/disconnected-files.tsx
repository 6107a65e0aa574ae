"use client";

import { Plug } from "lucide-react";
import { useRouter } from "next/navigation";
import { Moment } from "@/app/_components/moment";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Panel } from "@/app/_ui/panel";
import { toast } from "@/app/_ui/toast";
import type { DisconnectedView } from "@/lib/quickbooks/connections/settings-views";
import { reconnect } from "../actions";
import { useNewPasswords } from "./new-passwords";

/** Company files that were disconnected; each can be connected again, with its bills and links. */
export function DisconnectedFiles({ files }: { files: DisconnectedView[] }) {
  return (
    <Panel title="Disconnected" description="Their bills, links and history are kept." flush className="mt-6">
      <ul aria-label="Disconnected company files" className="divide-y divide-line">
        {files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
            <div className="min-w-0">
              <p className="truncate text-ink">{file.companyName ?? file.name}</p>
              <p className="text-ink-muted text-xs">
                {file.disconnectedAt ? <Moment at={new Date(file.disconnectedAt).toISOString()} /> : null}
              </p>
            </div>
            <Reconnect file={file} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Reconnect({ file }: { file: DisconnectedView }) {
  const router = useRouter();
  const { keep } = useNewPasswords();
  const connect = async () => {
    const outcome = await reconnect({ connectionId: file.id });
    if (outcome.result) {
      keep(file.id, outcome.result.password);
      router.push(`/settings/connections/${file.id}/guide`);
    } else toast.error("It was not connected again", { description: outcome.error ?? "" });
    return outcome.ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button>
          <Plug aria-hidden="true" />
          Reconnect
        </Button>
      }
      title={`Reconnect ${file.companyName ?? file.name}?`}
      description="It gets a new password and keeps its mark in the company file, so that every bill is known again. Approved bills that QuickBooks does not have, and what else waited when it was disconnected, go with the first run."
      confirmLabel="Reconnect"
      onConfirm={connect}
    />
  );
}
