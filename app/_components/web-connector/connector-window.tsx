import { cn } from "@/app/_ui/cn";
import { DrawnBox, DrawnButton, Mark, Picture } from "./picture";

const HEADINGS = ["", "Auto-Run", "Application", "Status", "Every_Min", "Password"];

type ConnectorWindowProps = {
  /** The line of this connection. */
  name: string;
  minutes: number;
  /** "run": what to do before the first run. "auto": what to leave behind. */
  shows: "run" | "auto";
};

/** The Web Connector's list with one line, and where to click. */
export function ConnectorWindow({ name, minutes, shows }: ConnectorWindowProps) {
  const isRun = shows === "run";
  return (
    <Picture
      title="QuickBooks Web Connector"
      label={
        isRun
          ? `The Web Connector's list with the line ${name}: first its Password column, then the check box at the left, then the button Update Selected.`
          : `The Web Connector's list with the line ${name}: its Auto-Run box is ticked and Every_Min says ${minutes}.`
      }
    >
      <div className="flex flex-col gap-3 p-3 pt-4">
        <div className="flex gap-4">
          {isRun ? (
            <Mark number={3}>
              <DrawnButton strong>Update Selected</DrawnButton>
            </Mark>
          ) : (
            <DrawnButton>Update Selected</DrawnButton>
          )}
          <DrawnButton>Add an application</DrawnButton>
        </div>
        <div className="grid grid-cols-[auto_auto_minmax(0,1fr)_auto_auto] items-center rounded-sm md:grid-cols-[auto_auto_minmax(0,1fr)_auto_auto_auto] border border-line text-2xs">
          {HEADINGS.map((heading, index) => (
            <span
              key={heading}
              className={cn(
                "self-stretch border-line border-b bg-sunken px-1.5 py-1 text-ink-faint md:px-2",
                index === 3 && "max-md:hidden",
              )}
            >
              {heading}
            </span>
          ))}
          {[
            <span key="box" className="flex py-px pl-px">
              {isRun ? (
                <Mark number={2} className="flex">
                  <DrawnBox checked />
                </Mark>
              ) : (
                <DrawnBox checked />
              )}
            </span>,
            <span key="auto" className="flex justify-center">
              {isRun ? (
                <DrawnBox checked={false} />
              ) : (
                <Mark number={1} className="flex">
                  <DrawnBox checked />
                </Mark>
              )}
            </span>,
            <span key="name" className="block truncate font-medium text-ink">
              {name}
            </span>,
            <span key="status" className="text-ink-muted">
              {isRun ? "Not run yet" : "Ok"}
            </span>,
            <span key="minutes" className="tabular text-ink-muted">
              {minutes}
            </span>,
            <span key="password">
              {isRun ? (
                <Mark number={1} className="block">
                  <span className="block rounded-sm border border-line-control px-1.5 tracking-widest">
                    ••••••
                  </span>
                </Mark>
              ) : (
                <span className="text-ink-muted tracking-widest">••••••</span>
              )}
            </span>,
          ].map((cell, index) => (
            <span key={HEADINGS[index]} className={cn("px-1.5 py-3 md:px-2", index === 3 && "max-md:hidden")}>
              {cell}
            </span>
          ))}
        </div>
      </div>
    </Picture>
  );
}
