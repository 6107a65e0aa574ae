import { TextLink } from "@/app/_ui/text-link";
import { AppError } from "@/lib/core/errors";

/** What somebody reads whose link lets nobody in any more. */
export function LinkOver({ children }: { children: string }) {
  return (
    <div className="flex flex-col gap-3">
      <h1 className="font-semibold text-2xl tracking-tight">This link works no more</h1>
      <p className="text-base text-ink-muted">{new AppError("link-over").message}</p>
      <p className="text-base text-ink-muted">{children}</p>
      <p>
        <TextLink href="/sign-in">Go to signing in</TextLink>
      </p>
    </div>
  );
}
