const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2026-11-18" as "Nov 18, 2026"; without the year where it is this one. Days have no zone. */
export function dayText(day: string, thisYear?: number): string {
  const [year = "", month = "1", date = "1"] = day.split("-");
  const short = `${MONTHS[Number(month) - 1]} ${Number(date)}`;
  return Number(year) === thisYear ? short : `${short}, ${year}`;
}

type DayProps = { day: string | null; className?: string };

/** A calendar day, short: the year only where it is not this one. A dash where there is none. */
export function Day({ day, className }: DayProps) {
  if (!day) return <span className="text-ink-faint">–</span>;
  return (
    // Around New Year the server and the reader may be in different years; the reader's own wins.
    <time dateTime={day} className={className} suppressHydrationWarning>
      {dayText(day, new Date().getFullYear())}
    </time>
  );
}
