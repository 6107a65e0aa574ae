import { Download } from "lucide-react";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/checkbox";
import { Panel } from "@/app/_ui/panel";

/** The run as a file for support; amounts and names stay out of it unless they are asked for. */
export function DownloadRun({ runId }: { runId: string }) {
  return (
    <Panel title="For support">
      <form action={`/api/runs/${runId}/download`} className="flex flex-col gap-3">
        <p className="text-ink-muted text-sm">
          All of the run in one file: steps, errors and messages. Passwords, account and tax numbers are never
          in it.
        </p>
        <Checkbox name="show" value="amounts" label="With amounts" hint="Otherwise each is 0.00." />
        <Checkbox
          name="show"
          value="names"
          label="With names and texts"
          hint="Otherwise each name is a made-up word, the same throughout the file."
        />
        <div>
          <Button type="submit" size="sm">
            <Download aria-hidden="true" />
            Download the run
          </Button>
        </div>
      </form>
    </Panel>
  );
}
