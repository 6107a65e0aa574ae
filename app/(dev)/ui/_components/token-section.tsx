import { Section } from "./section";

const grounds = [
  "bg-canvas",
  "bg-surface",
  "bg-raised",
  "bg-sunken",
  "bg-hover",
  "bg-selected",
  "bg-accent-soft",
  "bg-danger-soft",
  "bg-success-soft",
  "bg-warning-soft",
];

/** The inks on the grounds they may stand on. */
export function TokenSection() {
  return (
    <Section title="Colours">
      <div className="grid gap-2 md:grid-cols-5">
        {grounds.map((ground) => (
          <div key={ground} className={`rounded-lg border border-line p-3 ${ground}`}>
            <p className="font-medium text-ink">{ground.slice(3)}</p>
            <p className="text-ink-muted">ink-muted 1,204.50</p>
            {ground.endsWith("-soft") ? null : <p className="text-ink-faint">ink-faint</p>}
            {ground.endsWith("-soft") ? null : (
              <>
                <p className="text-accent-ink">accent-ink</p>
                <p className="text-danger-ink">danger-ink</p>
                <p className="text-success-ink">success-ink</p>
                <p className="text-warning-ink">warning-ink</p>
              </>
            )}
          </div>
        ))}
      </div>
    </Section>
  );
}
