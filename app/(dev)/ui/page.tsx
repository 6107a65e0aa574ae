import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { ThemeToggle } from "@/app/_ui/theme-toggle";
import { ButtonSection } from "./_components/button-section";
import { FeedbackSection } from "./_components/feedback-section";
import { FieldSection } from "./_components/field-section";
import { OverlaySection } from "./_components/overlay-section";
import { RecordSection } from "./_components/record-section";
import { TableSection } from "./_components/table-section";
import { TokenSection } from "./_components/token-section";

export const metadata: Metadata = { title: "Primitives" };

/** Every primitive on one page, to look at and to run axe over. Not part of a production build's pages. */
export default function PrimitivesPage() {
  if (process.env.NODE_ENV === "production") notFound();
  return (
    <main className="mx-auto flex max-w-5xl flex-col gap-10 px-4 py-8 md:px-8">
      <PageHeader
        title="Primitives"
        description="Every piece of app/_ui in its states, in both themes and at any width."
        actions={<ThemeToggle />}
      />
      <TableSection />
      <ButtonSection />
      <FieldSection />
      <OverlaySection />
      <RecordSection />
      <FeedbackSection />
      <TokenSection />
    </main>
  );
}
