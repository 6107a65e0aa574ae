import { moneyText } from "@/app/_components/money";
import { authorityGap } from "@/lib/approvals/stand-in-rules";
import type { StandInView } from "@/lib/orgs/stand-in-views";

/** Which bills nobody signs meanwhile, as a sentence; null when the stand-in may sign all that the other may. */
export function gapWords(standIn: StandInView, absent: StandInView, isMe: boolean): string | null {
  const gap = authorityGap(standIn, absent);
  if (!gap) return null;
  const upTo = gap.upTo === null ? "" : ` and up to ${moneyText(gap.upTo)}`;
  return `Bills above ${moneyText(gap.above)}${upTo} go on waiting for ${isMe ? "you" : absent.name}.`;
}
