"use client";

import { useState, useTransition } from "react";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import type { Verification } from "@/lib/record/verify-record";
import { check } from "../actions";

const number = (count: number) => count.toLocaleString("en-US");

function Result({ result }: { result: Verification }) {
  const { events, chains, revisions, signatures, broken } = result;
  const read = `Read ${number(events)} events in ${number(chains)} chains, ${number(revisions)} revisions and ${number(signatures)} signatures.`;
  if (broken.length === 0) {
    return (
      <Alert tone="green" title="Every link holds">
        {read}
      </Alert>
    );
  }
  return (
    <Alert
      tone="red"
      title={broken.length === 1 ? "One link does not hold" : `${broken.length} links do not hold`}
    >
      <p>{read} Somebody changed the database itself. The first is named first:</p>
      <ul className="mt-1 list-disc pl-4">
        {broken.map(({ subject, fault }) => (
          <li key={`${subject} ${fault}`} className="break-words">
            {fault}, in the history of {subject}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** Recomputes every hash of the record and says whether all hold. */
export function CheckRecord({ events }: { events: number }) {
  const [result, setResult] = useState<Verification>();
  const [error, setError] = useState<string>();
  const [isChecking, start] = useTransition();
  const run = () =>
    start(async () => {
      const outcome = await check({});
      setResult(outcome.result);
      setError(outcome.error);
    });
  return (
    <Panel title="Check the record" description={`${number(events)} events so far`}>
      <div className="flex flex-col items-start gap-3">
        <p className="text-ink-muted text-sm">
          Each event carries the hash of the one before it, and each signature the hash of the bill as it was
          signed. The check computes all of them again, holds every signature, every bill's state and what
          each bill says against its history, and names the first that does not hold.
        </p>
        <Button onClick={run} pending={isChecking}>
          Check every link
        </Button>
        <div aria-live="polite" className="w-full">
          {error ? <Alert tone="red" title={error} /> : result ? <Result result={result} /> : null}
        </div>
      </div>
    </Panel>
  );
}
