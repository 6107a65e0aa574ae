import type { ReactNode } from "react";

/** One entry of the navigation. */
export interface NavItem {
  href: string;
  label: string;
  /** For the tab bar of a phone. */
  shortLabel?: string;
  icon: ReactNode;
  count?: number;
  /** What the count counts, for screen readers: "waiting for you". */
  counts?: string;
  /** The count asks this person to act: red for errors, ink for verdicts. */
  urgent?: "red" | "ink";
  /** The second key of "g …". */
  key?: string;
}
