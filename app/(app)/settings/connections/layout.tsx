import type { ReactNode } from "react";
import { NewPasswords } from "./_components/new-passwords";

/** Keeps a password that was just made while its reader goes from page to page here. */
export default function ConnectionsLayout({ children }: { children: ReactNode }) {
  return <NewPasswords>{children}</NewPasswords>;
}
