"use client";

import { useEffect } from "react";
import { markBillRead } from "@/app/_components/notification-actions";

/** Marks a bill's notifications as read once it stands on the screen: a page that is only fetched ahead is not looked at. */
export function MarkBillSeen({ billId }: { billId: string }) {
  useEffect(() => {
    // What cannot be marked now stays unread, and is marked with the next look.
    void markBillRead({ billId }).catch(() => undefined);
  }, [billId]);
  return null;
}
