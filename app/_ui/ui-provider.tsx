"use client";

import { ThemeProvider } from "next-themes";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { Toaster } from "@/app/_ui/toast";

declare global {
  var __webpack_nonce__: string | undefined;
}

type UiProviderProps = {
  children: ReactNode;
  /** The nonce of this response's Content-Security-Policy (request header x-nonce). */
  nonce: string | undefined;
};

/** Theme, tooltips and toasts for everything below; stands once, in the root layout. */
export function UiProvider({ children, nonce }: UiProviderProps) {
  // Radix's scroll lock writes a <style> when a dialog opens and reads its nonce from this name (the package
  // get-nonce). Only the first page's nonce counts: the policy stays the document's through later navigations.
  if (typeof window !== "undefined" && nonce) globalThis.__webpack_nonce__ ??= nonce;
  return (
    <ThemeProvider
      attribute="data-theme"
      defaultTheme="system"
      disableTransitionOnChange
      {...(nonce ? { nonce } : {})}
    >
      <Tooltip.Provider delayDuration={350} skipDelayDuration={200}>
        {children}
        <Toaster />
      </Tooltip.Provider>
    </ThemeProvider>
  );
}
