"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, use, useOptimistic, useState, useTransition } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { refusalOf } from "@/app/_actions/refusal-of";
import { toast } from "@/app/_ui/toast";

type Verdict = "approved" | "rejected";

/** A verdict that the server did not take. */
export interface Refusal {
  verdict: Verdict;
  code: FormState["code"];
  words: string;
}

/** The revision that stands for what a person has looked at. */
interface Looked {
  number: number;
  hash: string;
}

interface VerdictValue {
  /** What the person has just said and the server has not answered yet. */
  given: Verdict | null;
  pending: boolean;
  /** Shows the verdict at once; takes it back, with the reason, when the server refuses. */
  give: (verdict: Verdict, send: () => Promise<FormState<unknown>>) => Promise<boolean>;
  /** The last verdict that was refused, until another is given or the bill is looked at again. */
  refusal: Refusal | null;
  /** The revision they looked at, where the bill says something else by now: what they see is not what they read. */
  changedSince: number | null;
  /** They have looked at the bill as it is now. */
  lookAgain: () => void;
  nextHref: string | null;
}

const VerdictContext = createContext<VerdictValue | null>(null);

type VerdictProviderProps = {
  children: ReactNode;
  nextHref: string | null;
  /** The newest revision; null for a bill that was never submitted. */
  revision: Looked | null;
};

/** One verdict, seen by the badge at the top and by the buttons at once. */
export function VerdictProvider({ children, nextHref, revision }: VerdictProviderProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [given, setGiven] = useOptimistic<Verdict | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // The page follows the bill by itself: what was looked at is what it said when it was opened.
  const [looked, setLooked] = useState(revision);
  const changedSince = looked && revision && looked.hash !== revision.hash ? looked.number : null;
  const give: VerdictValue["give"] = (verdict, send) =>
    new Promise((resolve) => {
      start(async () => {
        setGiven(verdict);
        const outcome = await send();
        if (outcome.ok) {
          setRefusal(null);
          toast.success(verdict === "approved" ? "Approved" : "Rejected", {
            ...(nextHref
              ? { action: { label: "Next bill", onClick: () => router.push(nextHref) } }
              : { description: "Nothing else waits for you." }),
          });
        } else {
          const words = refusalOf(outcome) ?? "";
          setRefusal({ verdict, code: outcome.code, words });
          toast.error(verdict === "approved" ? "It was not approved" : "It was not rejected", {
            description: words,
          });
          router.refresh();
        }
        resolve(outcome.ok);
      });
    });
  const lookAgain = () => {
    setLooked(revision);
    setRefusal(null);
    router.refresh();
    window.scrollTo({ top: 0 });
  };
  return (
    <VerdictContext value={{ given, pending, give, refusal, changedSince, lookAgain, nextHref }}>
      {children}
    </VerdictContext>
  );
}

export function useVerdict(): VerdictValue {
  const value = use(VerdictContext);
  if (!value) throw new Error("useVerdict stands outside its provider");
  return value;
}
