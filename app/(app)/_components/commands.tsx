"use client";

import { FileText, FileUp, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { moneyText } from "@/app/_components/money";
import { CommandPalette } from "@/app/_ui/command-palette";
import type { FoundBill } from "@/lib/bills/find-bills";
import { findBills } from "./find-bills-action";
import { KeyboardSheet } from "./keyboard-sheet";
import type { NavItem } from "./nav-item";

/** Typing that goes on within this time is one question to the server. */
const PAUSE_MS = 150;
/** "g" and the letter of a page must follow each other within this time. */
const CHORD_MS = 1_000;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null;

type CommandsProps = {
  pages: NavItem[];
  /** The person may enter bills. */
  mayEnter: boolean;
  /** The person may take bills from a file. */
  mayImport: boolean;
};

/** ⌘K or Ctrl K: every page and bill by name. "?": the keys. "g" and a letter: a page. */
export function Commands({ pages, mayEnter, mayImport }: CommandsProps) {
  const router = useRouter();
  const [shown, setShown] = useState<"palette" | "keys" | null>(null);
  const { bills, search, query } = useBillSearch();

  useEffect(() => {
    let chordUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() === "k" &&
        (event.metaKey || event.ctrlKey) &&
        !event.shiftKey &&
        !event.altKey
      ) {
        event.preventDefault();
        setShown((now) => (now === "palette" ? null : "palette"));
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isTyping(event.target))
        return;
      if (event.key === "?") {
        event.preventDefault();
        setShown("keys");
      } else if (event.timeStamp < chordUntil) {
        chordUntil = 0;
        const page = pages.find(({ key }) => key === event.key);
        if (!page) return;
        // The second key of the chord may be a key of the page itself ("a" approves): this one has taken it.
        event.preventDefault();
        event.stopImmediatePropagation();
        router.push(page.href);
      } else if (event.key === "g") {
        chordUntil = event.timeStamp + CHORD_MS;
      }
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [pages, router]);

  return (
    <>
      <CommandPalette
        open={shown === "palette"}
        onOpenChange={(open) => setShown(open ? "palette" : null)}
        placeholder="Go to a page, or find a bill by vendor or invoice number"
        onQueryChange={search}
        groups={[
          ...(bills.length > 0
            ? [
                {
                  heading: "Bills",
                  items: bills.map((bill) => ({
                    id: bill.id,
                    label: [bill.vendor ?? "No vendor", bill.invoiceNumber].filter(Boolean).join(" · "),
                    hint: moneyText(bill.amount, bill.currency),
                    icon: <FileText aria-hidden="true" />,
                    // The server has chosen them: the palette must not filter them once more.
                    keywords: [query],
                    onSelect: () => router.push(`/bills/${bill.id}`),
                  })),
                },
              ]
            : []),
          {
            heading: "Pages",
            items: pages.map(({ href, label, icon, key }) => ({
              id: href,
              label,
              icon,
              ...(key ? { shortcut: `g ${key}` } : {}),
              onSelect: () => router.push(href),
            })),
          },
          {
            heading: "Actions",
            items: [
              ...(mayEnter
                ? [
                    {
                      id: "new-bill",
                      label: "Enter a bill",
                      icon: <Plus aria-hidden="true" />,
                      onSelect: () => router.push("/bills/new"),
                    },
                  ]
                : []),
              ...(mayImport
                ? [
                    {
                      id: "import-bills",
                      label: "Import bills from a file",
                      keywords: ["csv", "excel", "spreadsheet"],
                      icon: <FileUp aria-hidden="true" />,
                      onSelect: () => router.push("/bills/import"),
                    },
                  ]
                : []),
              { id: "keys", label: "Keyboard shortcuts", shortcut: "?", onSelect: () => setShown("keys") },
            ],
          },
        ]}
      />
      <KeyboardSheet
        pages={pages}
        open={shown === "keys"}
        onOpenChange={(open) => setShown(open ? "keys" : null)}
      />
    </>
  );
}

/** Bills for what is typed; an answer to an older question never replaces a newer one. */
function useBillSearch() {
  const [bills, setBills] = useState<FoundBill[]>([]);
  const [query, setQuery] = useState("");
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const search = (text: string) => {
    asked.current += 1;
    const question = asked.current;
    setQuery(text);
    clearTimeout(timer.current);
    if (text.trim() === "") {
      setBills([]);
      return;
    }
    timer.current = setTimeout(async () => {
      // A server that is away finds nothing; the pages can still be gone to.
      const found = await findBills(text).catch(() => []);
      if (question === asked.current) setBills(found);
    }, PAUSE_MS);
  };
  return { bills, search, query };
}
