"use client";

import { useEffect, useRef, useState } from "react";
import type { PickOption } from "@/lib/ledger/ledger-views";
import { rememberCoding } from "../check-actions";
import { type FormBill, hasNoLines, newLine, withCoding } from "./form-bill";

interface Remembered {
  vendor: string;
  billDate: string | null;
  /** The terms that came along, where none stood before. */
  termsId: string | null;
}

/**
 * Proposes the lines of a new bill as soon as its vendor is chosen: those of the vendor's last one, while
 * nobody has entered a line. An answer that comes too late, or to another vendor, changes nothing.
 */
export function useRememberedCoding(
  opened: { billId: string | null; connectionId: string },
  bill: FormBill,
  change: (next: Partial<FormBill>) => void,
) {
  const [remembered, setRemembered] = useState<Remembered | null>(null);
  const [isAsking, setAsking] = useState(false);
  const question = useRef(0);
  // What is typed while the server is asked must be seen by its answer.
  const latest = useRef(bill);
  useEffect(() => {
    latest.current = bill;
  });

  const withoutProposal = (): Partial<FormBill> => {
    const kept = bill.lines.filter(({ isProposed }) => !isProposed);
    return {
      ...(kept.length < bill.lines.length ? { lines: kept.length > 0 ? kept : [newLine("expense")] } : {}),
      ...(remembered?.termsId && bill.termsId === remembered.termsId ? { termsId: "" } : {}),
    };
  };
  const forget = () => {
    question.current += 1;
    setRemembered(null);
    change(withoutProposal());
  };
  const ask = async (vendor: PickOption) => {
    const asked = question.current;
    const coding = await rememberCoding({ connectionId: opened.connectionId, vendorId: vendor.id });
    const now = latest.current;
    if (!coding || asked !== question.current || now.vendor?.id !== vendor.id || !hasNoLines(now)) return;
    const termsId = now.termsId === "" ? coding.termsId : null;
    change({ lines: withCoding(now, coding).lines, ...(termsId ? { termsId } : {}) });
    setRemembered({ vendor: vendor.name, billDate: coding.billDate, termsId });
  };
  const chooseVendor = (vendor: PickOption | null) => {
    question.current += 1;
    setRemembered(null);
    change({ ...withoutProposal(), vendor, ...(vendor?.termsId ? { termsId: vendor.termsId } : {}) });
    // Without an answer the lines are entered by hand.
    if (!vendor || opened.billId !== null) return;
    setAsking(true);
    ask(vendor)
      .catch(() => setRemembered(null))
      .finally(() => setAsking(false));
  };

  return { remembered, isAsking, chooseVendor, forget };
}
