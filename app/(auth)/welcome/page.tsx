import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isFirstVisit } from "@/lib/auth/first-visit";
import { WelcomeForm } from "./_components/welcome-form";

export const metadata: Metadata = { title: "Welcome" };

export default async function WelcomePage() {
  if (!(await isFirstVisit())) redirect("/");
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="font-semibold text-2xl tracking-tight">Welcome</h1>
        <p className="mt-1 text-ink-muted text-base">
          Name your organisation and become its first Admin. Next you connect QuickBooks.
        </p>
      </div>
      <WelcomeForm />
    </div>
  );
}
