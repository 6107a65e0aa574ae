import { AccessQuestion } from "@/app/_components/web-connector/access-question";
import { ConnectorWindow } from "@/app/_components/web-connector/connector-window";
import { Numbered } from "@/app/_components/web-connector/numbered";
import { TextLink } from "@/app/_ui/text-link";
import { Section, Seen, Steps } from "../../_components/article";

/** Six hours, in the minutes of the Web Connector's column. */
const DEFAULT_MINUTES = 360;

/** Connecting a company file and running the Web Connector from then on. */
export function ConnectArticle() {
  return (
    <>
      <Section id="connect" title="Connect a company file">
        <p>
          The guide under <TextLink href="/settings/connections">Connections</TextLink> leads through it and
          ticks each step when it has seen it happen. In short:
        </p>
        <Steps>
          <li>
            In QuickBooks, open the company file as <Seen>Admin</Seen>, in <Seen>single-user mode</Seen>, on
            the computer that is to run the Web Connector. On a remote desktop or with a hosting provider
            (Rightworks, for one), log in there and do all of this there.
          </li>
          <li>
            In Countersign, add the company file under Connections, say how often it runs, and copy its
            password.
          </li>
          <li>
            Download the <Seen>.qwc file</Seen> and double-click it. The Web Connector asks whether to take
            it: <Seen>OK</Seen>.
          </li>
          <li>
            QuickBooks asks what it may do. Choose <Numbered number={1} />
            <Seen>Yes, always; allow access even if QuickBooks is not running</Seen>, pick the user to log in
            as, and <Numbered number={2} />
            <Seen>Continue</Seen>.
          </li>
        </Steps>
        <div className="max-w-md">
          <AccessQuestion name="Countersign" />
        </div>
      </Section>

      <Section id="update" title="Run the Web Connector">
        <Steps>
          <li>
            Open the Web Connector. The first time, paste the password in the <Seen>Password</Seen> column{" "}
            <Numbered number={1} />, press Enter and let it be saved.
          </li>
          <li>
            Tick the <Seen>check box</Seen> at the left of the line <Numbered number={2} />.
          </li>
          <li>
            Choose <Seen>Update Selected</Seen> <Numbered number={3} />. What was approved goes to QuickBooks,
            and what is new there comes back.
          </li>
        </Steps>
        <div className="max-w-md">
          <ConnectorWindow name="Countersign" minutes={DEFAULT_MINUTES} shows="run" />
        </div>
        <p>To see the latest on both sides, do one of these two, or both:</p>
        <ul className="flex list-disc flex-col gap-1.5 pl-5 marker:text-ink-faint">
          <li>
            Press <Seen>Update Selected</Seen> whenever you open QuickBooks.
          </li>
          <li>
            Tick <Seen>Auto-Run</Seen> and minimise the Web Connector. It then runs by itself,{" "}
            <Seen>every six hours</Seen> unless you choose more or less often: on the connection's page, or in
            the column <Seen>Every_Min</Seen>. This suits a computer or a remote desktop that is always on.
          </li>
        </ul>
        <p>
          The top left of every page tells the last run and the next. While a run is on, it shows how far it
          has come; what changed appears on open pages by itself.
        </p>
      </Section>

      <Section id="running" title="Keep it running">
        <ul className="flex list-disc flex-col gap-1.5 pl-5 marker:text-ink-faint">
          <li>
            <Seen>After a restart</Seen> of the computer or the server, somebody has to log in and open the
            Web Connector again: it is a program, not a Windows service. Countersign warns Admins and
            Accounting when it has missed two of its runs.
          </li>
          <li>
            <Seen>One computer.</Seen> The Web Connector is made for one computer a company file. When a
            second one calls while a run is under way it is sent away, and Countersign shows an error. To
            change computers, use <Seen>Move it</Seen> on the connection's page.
          </li>
          <li>
            <Seen>Remote desktops and hosted QuickBooks.</Seen> The Web Connector runs there, where QuickBooks
            itself runs, in the session of the user who opens the company file. A session that is logged off
            ends it; one that is only disconnected keeps it.
          </li>
          <li>
            <Seen>Several company files:</Seen> add a connection for each. The Web Connector works through its
            list one after another.
          </li>
          <li>
            A dialog that waits in QuickBooks holds up every run. Close it and the next run goes through.
          </li>
          <li>
            Does the Web Connector show an error?{" "}
            <TextLink href="#problems">The usual ones are below.</TextLink>
          </li>
        </ul>
      </Section>
    </>
  );
}
