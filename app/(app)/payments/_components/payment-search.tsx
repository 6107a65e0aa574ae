"use client";

import { Search } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { useKeys } from "@/app/_components/use-keys";
import { Input } from "@/app/_ui/input";
import { Spinner } from "@/app/_ui/spinner";

/** A pause in typing, after which the list follows. */
const PAUSE_MS = 250;

/** Searches the payments; the words stand in the address. */
export function PaymentSearch() {
  const router = useRouter();
  const params = useSearchParams();
  const [pending, start] = useTransition();
  const [typed, setTyped] = useState(params.get("q") ?? "");
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useKeys({
    "/": () => {
      input.current?.focus();
      input.current?.select();
    },
  });
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    const q = text.trim();
    const href = q ? `/payments?${new URLSearchParams({ q })}` : "/payments";
    timer.current = setTimeout(() => start(() => router.replace(href, { scroll: false })), PAUSE_MS);
  };
  return (
    <search className="mb-3 block w-full md:w-80">
      <Input
        ref={input}
        type="search"
        aria-label="Search payments"
        placeholder="Search vendor, number, bill, amount"
        icon={pending ? <Spinner /> : <Search />}
        value={typed}
        maxLength={100}
        onChange={(event) => type(event.target.value)}
      />
    </search>
  );
}
