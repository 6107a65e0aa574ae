import { Download } from "lucide-react";
import { AccessQuestion } from "@/app/_components/web-connector/access-question";
import { AuthoriseQuestion } from "@/app/_components/web-connector/authorise-question";
import { ConnectorWindow } from "@/app/_components/web-connector/connector-window";
import { Numbered } from "@/app/_components/web-connector/numbered";
import { SingleUser } from "@/app/_components/web-connector/single-user";
import { Button } from "@/app/_ui/button";
import { TextLink } from "@/app/_ui/text-link";
import type { GuideView } from "@/lib/quickbooks/sync-views/guide-view";
import { GuidePassword } from "../../../_components/guide-password";
import { GuideStep } from "./guide-step";
import { WatchedStep } from "./watched-step";

/** What a person sees there: a button, a column, a menu. */
const Seen = ({ children }: { children: string }) => (
  <strong className="font-medium text-ink">{children}</strong>
);

type ComputerStepsProps = {
  guide: GuideView;
  /** Where the Web Connector calls. */
  address: string;
  mayMakePassword: boolean;
};

/** What a person does at the QuickBooks computer, from opening the company file to Update Selected. */
export function ComputerSteps({ guide, address, mayMakePassword }: ComputerStepsProps) {
  const { connectionId, name, done } = guide;
  return (
    <>
      <GuideStep
        id="prepare"
        number={1}
        title="Open the company file at the QuickBooks computer"
        state={done.add ? "done" : done.download ? "upcoming" : "current"}
        problem={null}
        picture={<SingleUser />}
      >
        <p>
          Log in as <Seen>Admin</Seen>, in <Seen>single-user mode</Seen>: <Seen>File</Seen>, then{" "}
          <Numbered number={1} />
          <Seen>Switch to Single-user Mode</Seen>. Nobody else may have the file open for these five minutes;
          afterwards everybody works on as before.
        </p>
        <p>
          Choose <Seen>one computer</Seen> that has the Web Connector and can open the file, and do all of
          this there. A second one with the same connection would get in its way.
        </p>
        <p>
          QuickBooks on a <Seen>remote desktop</Seen> or with a hosting provider: log in there, open this page
          in the browser there, and let the Web Connector run there too.
        </p>
      </GuideStep>
      <WatchedStep
        guide={guide}
        step="download"
        number={2}
        title="Download the connection file"
        seen="Downloaded"
      >
        <p>The .qwc file tells the Web Connector where to call and how often. The password is not in it.</p>
        <Button asChild variant={done.download ? "secondary" : "primary"} className="w-fit">
          <a href={`/api/qbwc/${connectionId}/file`} download>
            <Download aria-hidden="true" />
            Download the .qwc file
          </a>
        </Button>
      </WatchedStep>
      <WatchedStep
        guide={guide}
        step="add"
        number={3}
        title="Open it in the Web Connector, and let it in"
        seen="The Web Connector has called"
        picture={
          <>
            <AuthoriseQuestion name={name} address={address} />
            <AccessQuestion name={name} />
          </>
        }
      >
        <p>
          Double-click the downloaded file. The Web Connector asks whether to add it: <Seen>OK</Seen>.
        </p>
        <p>
          QuickBooks then asks whether it may use the company file. Choose <Numbered number={1} />
          <Seen>Yes, always; allow access even if QuickBooks is not running</Seen>, pick the user to log in
          as, then <Numbered number={2} />
          <Seen>Continue</Seen>, and confirm once more.
        </p>
        <p>
          Does it say something else?{" "}
          <TextLink href="/help/web-connector#problems">The usual Web Connector problems</TextLink>
        </p>
      </WatchedStep>
      <WatchedStep
        guide={guide}
        step="login"
        number={4}
        title="Paste the password, tick the box, Update Selected"
        seen="Logged in"
        picture={<ConnectorWindow name={name} minutes={guide.runEveryMinutes} shows="run" />}
      >
        <GuidePassword connectionId={connectionId} mayMake={mayMakePassword} />
        <p>
          <Numbered number={1} />
          Click into the <Seen>Password</Seen> column of the line, paste it, press Enter, and answer{" "}
          <Seen>Yes</Seen> to keep it.
        </p>
        <p>
          <Numbered number={2} />
          Tick the <Seen>check box</Seen> at the left of the line.
        </p>
        <p>
          <Numbered number={3} />
          Choose <Seen>Update Selected</Seen>.
        </p>
      </WatchedStep>
    </>
  );
}
