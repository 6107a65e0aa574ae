"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";

/** Copies a text; the icon turns into a check for two seconds. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Browsers hide the clipboard on addresses without https.
      toast.error("The browser did not allow copying", {
        description: "Select the text and copy it by hand.",
      });
    }
  };
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label={copied ? "Copied" : label}
      onClick={copy}
      className="size-7"
    >
      {copied ? <Check aria-hidden="true" className="text-success-ink" /> : <Copy aria-hidden="true" />}
    </Button>
  );
}
