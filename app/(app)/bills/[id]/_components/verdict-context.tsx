"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, use, useOptimistic, useTransition } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { toast } from "@/app/_ui/toast";

type Verdict = "approved" | "rejected";

interface VerdictValue {
  /** What the person has just said and the server has not answered yet. */
  given: Verdict | null;
  pending: boolean;
  /** Shows the verdict at once; takes it back, with the reason, when the server refuses. */
  give: (verdict: Verdict, send: () => Promise<FormState<unknown>>) => Promise<boolean>;
}

const VerdictContext = createContext<VerdictValue | null>(null);

type VerdictProviderProps = { children: ReactNode; nextHref: string | null };

/** One verdict, seen by the badge at the top and by the buttons at once. */
export function VerdictProvider({ children, nextHref }: VerdictProviderProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [given, setGiven] = useOptimistic<Verdict | null>(null);
  const give: VerdictValue["give"] = (verdict, send) =>
    new Promise((resolve) => {
      start(async () => {
        setGiven(verdict);
        const outcome = await send();
        if (outcome.ok) {
          toast.success(verdict === "approved" ? "Approved" : "Rejected", {
            ...(nextHref
              ? { action: { label: "Next bill", onClick: () => router.push(nextHref) } }
              : { description: "Nothing else waits for you." }),
          });
        } else {
          const reasons = Object.values(outcome.fields).flat();
          toast.error(verdict === "approved" ? "It was not approved" : "It was not rejected", {
            description: reasons.join(" ") || (outcome.error ?? ""),
          });
        }
        resolve(outcome.ok);
      });
    });
  return <VerdictContext value={{ given, pending, give }}>{children}</VerdictContext>;
}

export function useVerdict(): VerdictValue {
  const value = use(VerdictContext);
  if (!value) throw new Error("useVerdict stands outside its provider");
  return value;
}
