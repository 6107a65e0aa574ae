import { Check, Minus } from "lucide-react";

/** The two marks a checkbox can show; its peer input decides which is visible. */
export function CheckMark() {
  const mark = "pointer-events-none absolute inset-0 m-auto hidden size-3 text-on-accent";
  return (
    <>
      <Check
        aria-hidden="true"
        strokeWidth={3.25}
        className={`${mark} peer-checked:block peer-indeterminate:hidden`}
      />
      <Minus aria-hidden="true" strokeWidth={3.25} className={`${mark} peer-indeterminate:block`} />
    </>
  );
}
