"use client";

import { Upload } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { cn } from "@/app/_ui/cn";

type FileDropProps = {
  /** What to do, for example "Drop a PDF or photo here". */
  label: ReactNode;
  /** Kinds and size allowed, in words. */
  hint?: ReactNode;
  name?: string;
  /** As of an input: ".pdf,image/*". The server checks again. */
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles?: (files: File[]) => void;
  className?: string;
};

/** Choose files, drop them, or take a photo on a phone. A file input under a large target. */
export function FileDrop({
  label,
  hint,
  name,
  accept,
  multiple,
  disabled,
  onFiles,
  className,
}: FileDropProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (disabled || !input.current || event.dataTransfer.files.length === 0) return;
    // The form sends what the input holds, so dropped files go there too.
    input.current.files = event.dataTransfer.files;
    onFiles?.([...event.dataTransfer.files]);
  };
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        "flex cursor-pointer flex-col items-center justify-center gap-1 rounded-lg border border-line-control border-dashed bg-surface px-4 py-8 text-center transition-colors hover:bg-hover",
        "has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2 has-disabled:cursor-not-allowed has-disabled:opacity-60",
        over && "border-accent bg-accent-soft",
        className,
      )}
    >
      <Upload aria-hidden="true" className="mb-1 size-5 text-ink-faint" />
      <span className="font-medium text-ink">{label}</span>
      {hint ? <span className="text-ink-muted text-xs">{hint}</span> : null}
      <input
        ref={input}
        id={id}
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => onFiles?.([...(event.target.files ?? [])])}
        className="sr-only"
      />
    </label>
  );
}
