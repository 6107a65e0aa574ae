"use client";

import { Plus } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/app/_ui/button";
import { ACCEPTED } from "./use-dropped-files";

/** The computer's own window for choosing files; on a phone the camera as well. */
export function ChooseFiles({ label, onFiles }: { label: string; onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="sm" onClick={() => input.current?.click()}>
        <Plus aria-hidden="true" />
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file chosen again is a change again.
          target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
