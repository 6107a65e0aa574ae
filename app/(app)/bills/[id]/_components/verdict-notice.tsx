"use client";

import { useEffect, useState } from "react";
import { ChangeList } from "@/app/_components/change-list";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Link } from "@/app/_ui/link";
import type { BillView } from "@/lib/bills/bill-views";
import type { RevisionComparison } from "@/lib/bills/compare-revisions";
import { compare } from "../../actions";
import { type Refusal, useVerdict } from "./verdict-context";

type NoticeBill = Pick<BillView, "id" | "state" | "round" | "signatures" | "revisions">;

/** What somebody else did meanwhile, or the person themselves in another window. */
function titleOf(refusal: Refusal, bill: NoticeBill, userId: string): string {
  const verdict = bill.signatures
    .filter(({ round, userId: by }) => round === bill.round && by !== userId)
    .at(-1);
  const done = refusal.verdict === "approved" ? "approved" : "rejected";
  switch (refusal.code) {
    case "already-signed":
      return "You have given your verdict on this bill already";
    case "not-needed":
      return verdict ? `${verdict.name} approved it meanwhile` : "Your approval is not needed any more";
    case "wrong-state":
      if (bill.state === "rejected")
        return verdict ? `${verdict.name} rejected it meanwhile` : "It was rejected meanwhile";
      if (bill.state === "approved")
        return verdict ? `${verdict.name} gave the last approval meanwhile` : "It is approved already";
      return "The bill is in approval no more";
    case "bill-changed":
      return "The bill was changed a moment ago";
    default:
      return `It was not ${done}`;
  }
}

/** Says why a verdict was not taken, and what has changed about the bill since the person looked at it. */
export function VerdictNotice({ bill, userId }: { bill: NoticeBill; userId: string }) {
  const { refusal, changedSince, lookAgain } = useVerdict();
  if (changedSince !== null) return <ChangedNotice bill={bill} since={changedSince} onLook={lookAgain} />;
  if (!refusal) return null;
  return (
    <Alert
      live
      className="mt-4"
      tone="amber"
      title={titleOf(refusal, bill, userId)}
      action={<Button onClick={lookAgain}>Look again</Button>}
    >
      {refusal.words}
    </Alert>
  );
}

type ChangedNoticeProps = { bill: NoticeBill; since: number; onLook: () => void };

/** The differences since the revision that the person looked at. No verdict is taken until they have seen it. */
function ChangedNotice({ bill, since, onLook }: ChangedNoticeProps) {
  const now = bill.revisions.at(-1)?.number ?? since;
  const [compared, setCompared] = useState<RevisionComparison | null>(null);
  useEffect(() => {
    let isShown = true;
    void compare({ billId: bill.id, earlier: since, later: now }).then((outcome) => {
      if (isShown && outcome.ok && outcome.result) setCompared(outcome.result);
    });
    return () => {
      isShown = false;
    };
  }, [bill.id, since, now]);
  const by = bill.revisions.at(-1)?.createdBy ?? "Somebody";
  return (
    <Alert
      live
      className="mt-4"
      tone="amber"
      title={`${by} changed the bill after you opened it`}
      action={
        <>
          <Button onClick={onLook}>Look again</Button>
          <Button asChild>
            <Link href={`/bills/${bill.id}/revisions?from=${since}&to=${now}`}>Side by side</Link>
          </Button>
        </>
      }
    >
      {compared ? <Differences compared={compared} /> : null}
      <p className="mt-1">Your verdict waits until you have looked at it again.</p>
    </Alert>
  );
}

function Differences({ compared: { header, lines } }: { compared: RevisionComparison }) {
  const fields = [
    ...header,
    ...lines.flatMap(({ name, state, fields: own, words }) =>
      state === "changed"
        ? own.map((field) => ({ ...field, field: `${name}, ${field.field.toLowerCase()}` }))
        : state === "same"
          ? []
          : [
              {
                ...{ field: `${name} ${state}`, differs: true },
                from: state === "removed" ? words : "",
                to: state === "added" ? words : "",
              },
            ],
    ),
  ].filter(({ differs }) => differs);
  return <ChangeList changes={fields} />;
}
