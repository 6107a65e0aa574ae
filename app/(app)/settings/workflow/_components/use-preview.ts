"use client";

import { useEffect, useState } from "react";
import type { WorkflowRule } from "@/lib/approvals/workflow";
import type { RoutePreview } from "@/lib/workflow/preview-route";
import { tryRules } from "../actions";

/** Long enough that an amount typed without pause is one question. */
const PAUSE_MS = 300;

/** What the rules are tried on: a bill, or facts as they are typed. */
export type Subject = Pick<Parameters<typeof tryRules>[0], "billId" | "facts">;

type Answer = {
  preview: RoutePreview | null;
  trouble: "incomplete" | "failed" | null;
  fields: Record<string, string[]>;
};

/** Asks whom the rules as they stand would ask, whenever they or the subject change. */
export function usePreview(rules: WorkflowRule[], subject: Subject | null): Answer & { pending: boolean } {
  const [answer, setAnswer] = useState<Answer & { of: string }>({
    ...{ preview: null, trouble: null, fields: {}, of: "" },
  });
  const question = subject ? JSON.stringify({ rules, ...subject }) : "";
  useEffect(() => {
    if (question === "") return;
    let isOver = false;
    const timer = setTimeout(async () => {
      const { ok, result, code, fields } = await tryRules(JSON.parse(question)).catch(() => ({
        ...{ ok: false, result: undefined, code: "bug" as const, fields: {} },
      }));
      if (isOver) return;
      setAnswer({
        ...{ preview: ok && result ? result : null, fields, of: question },
        trouble: ok ? null : code === "invalid" ? "incomplete" : "failed",
      });
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [question]);
  return { ...answer, pending: question !== "" && answer.of !== question };
}
