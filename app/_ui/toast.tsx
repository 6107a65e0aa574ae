"use client";

import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { Toaster as Sonner, toast as sonner } from "sonner";

type ToastOptions = {
  description?: string;
  /** One thing to do about it, such as "Undo". */
  action?: { label: string; onClick: () => void };
  /** Milliseconds; errors stay longer by themselves. */
  duration?: number;
  /** A second toast of the same id takes the first one's place. */
  id?: string;
};

/** Says in passing that something happened. What must not be missed belongs on the page, in an Alert. */
export const toast = {
  info: (title: string, options?: ToastOptions) => sonner.message(title, options),
  success: (title: string, options?: ToastOptions) => sonner.success(title, options),
  error: (title: string, options?: ToastOptions) => sonner.error(title, { duration: 10_000, ...options }),
  dismiss: (id?: string) => sonner.dismiss(id),
};

/** Where toasts appear; stands once, in the root layout. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      gap={8}
      duration={5_000}
      closeButton
      icons={{
        success: <CircleCheck aria-hidden="true" className="size-4 text-success-ink" />,
        error: <CircleAlert aria-hidden="true" className="size-4 text-danger-ink" />,
        info: <Info aria-hidden="true" className="size-4 text-ink-faint" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-(--width) items-start gap-2.5 rounded-lg bg-raised font-sans py-3 pr-9 pl-3.5 text-sm text-ink shadow-overlay dark:border dark:border-line",
          icon: "mt-0.5 shrink-0",
          content: "flex min-w-0 flex-1 flex-col gap-0.5",
          title: "font-medium",
          description: "text-ink-muted",
          actionButton:
            "h-7 shrink-0 rounded-md border border-line-strong px-2.5 text-xs font-medium text-ink hover:bg-hover touch:h-11",
          closeButton:
            "absolute top-2.5 right-2.5 grid size-6 place-items-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink",
        },
      }}
    />
  );
}
