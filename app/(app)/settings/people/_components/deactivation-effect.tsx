"use client";

import { useEffect, useState } from "react";
import { Skeleton } from "@/app/_ui/skeleton";
import type { DeactivationPreview } from "@/lib/workflow/preview-deactivation";
import { deactivationOf } from "../preview-action";

const names = new Intl.ListFormat("en-US");
const bills = (count: number) => (count === 1 ? "1 bill" : `${count} bills`);

function words({ bills: count, moves, approved, standsInFor }: DeactivationPreview, isMe: boolean): string[] {
  const [them, they] = isMe ? ["you", "You"] : ["them", "They"];
  const to = names.format(moves.map((move) => (moves.length > 1 ? `${move.to} (${move.bills})` : move.to)));
  return [
    count === 0
      ? `No bill in approval asks ${them}.`
      : `${bills(count)} in approval ${count === 1 ? "asks" : "ask"} ${them}.`,
    moves.length > 0 ? `${count === 1 ? "It goes" : "They go"} on with ${to}.` : "",
    approved > 0
      ? `${approved === count ? (count === 1 ? "It" : "All of them") : bills(approved)} will be approved: nobody else is asked.`
      : "",
    standsInFor.length > 0
      ? `${they} stand in for ${names.format(standsInFor)}, who will need somebody else.`
      : "",
  ].filter(Boolean);
}

/** What becomes of the bills that ask somebody, told before they are deactivated. */
export function DeactivationEffect({ userId, isMe }: { userId: string; isMe: boolean }) {
  const [preview, setPreview] = useState<DeactivationPreview | "unknown">();
  useEffect(() => {
    let isOver = false;
    deactivationOf(userId).then(
      (found) => (isOver ? undefined : setPreview(found)),
      () => (isOver ? undefined : setPreview("unknown")),
    );
    return () => {
      isOver = true;
    };
  }, [userId]);
  if (!preview) return <Skeleton className="h-5 w-64 max-w-full" />;
  if (preview === "unknown") {
    return <p className="text-ink-muted text-sm">Bills in approval that ask them will go to others.</p>;
  }
  return (
    <p aria-live="polite" className="text-ink text-sm">
      {words(preview, isMe).join(" ")}
    </p>
  );
}
