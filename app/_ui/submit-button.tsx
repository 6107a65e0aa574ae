"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/app/_ui/button";

/** Submits the form it stands in and shows that form's pending state by itself. */
export function SubmitButton({ variant = "primary", pending, ...rest }: ButtonProps) {
  const status = useFormStatus();
  return <Button type="submit" variant={variant} pending={pending || status.pending} {...rest} />;
}
