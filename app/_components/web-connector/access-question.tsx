import { cn } from "@/app/_ui/cn";
import { DrawnButton, Mark, Picture } from "./picture";

const ANSWERS = [
  "No",
  "Yes, prompt each time",
  "Yes, whenever this QuickBooks company file is open",
  "Yes, always; allow access even if QuickBooks is not running",
];

/** QuickBooks asks whether the application may use the company file. */
export function AccessQuestion({ name }: { name: string }) {
  return (
    <Picture
      title="QuickBooks"
      label={`QuickBooks asks whether ${name} may read and change the company file. The last of four answers is chosen: Yes, always; allow access even if QuickBooks is not running. Then Continue.`}
    >
      <div className="flex flex-col gap-2.5 p-3">
        <p className="text-ink">
          May <span className="font-medium">{name}</span> read and change this company file?
        </p>
        <div className="flex flex-col gap-1.5">
          {ANSWERS.slice(0, -1).map((answer) => (
            <Answer key={answer} words={answer} chosen={false} />
          ))}
          <Mark number={1} className="mr-3 w-fit">
            <Answer words={ANSWERS.at(-1) ?? ""} chosen />
          </Mark>
        </div>
        <div className="mt-1 flex justify-end gap-2 pr-3">
          <DrawnButton>Cancel</DrawnButton>
          <Mark number={2}>
            <DrawnButton strong>Continue</DrawnButton>
          </Mark>
        </div>
      </div>
    </Picture>
  );
}

function Answer({ words, chosen }: { words: string; chosen: boolean }) {
  return (
    <span className={cn("flex items-start gap-2", chosen ? "text-ink" : "text-ink-faint")}>
      <svg viewBox="0 0 14 14" className="mt-px size-3.5 shrink-0" aria-hidden="true">
        <circle
          cx="7"
          cy="7"
          r="5.5"
          className={cn("fill-surface", chosen ? "stroke-accent" : "stroke-line-control")}
        />
        {chosen ? <circle cx="7" cy="7" r="2.8" className="fill-accent" /> : null}
      </svg>
      {words}
    </span>
  );
}
