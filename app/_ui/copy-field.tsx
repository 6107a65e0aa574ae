"use client";

import { CopyButton } from "@/app/_ui/copy-button";
import { Input } from "@/app/_ui/input";

type CopyFieldProps = { value: string; copyLabel?: string; "aria-label"?: string };

/** A text to take elsewhere (an address, a password shown once), with its copy button. Stands in a Field. */
export function CopyField({ value, copyLabel = "Copy", ...props }: CopyFieldProps) {
  return (
    <span className="relative block w-full">
      <Input
        {...props}
        readOnly
        value={value}
        onFocus={(event) => event.target.select()}
        className="pr-10 font-mono text-xs touch:pr-13 touch:text-base"
      />
      <span className="absolute inset-y-0 right-0.5 flex items-center">
        <CopyButton text={value} label={copyLabel} />
      </span>
    </span>
  );
}
