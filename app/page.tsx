import { redirect } from "next/navigation";
import { isFirstVisit } from "@/lib/auth/first-visit";
import { homePath } from "@/lib/auth/home-path";
import { currentActor } from "@/lib/auth/session";

export default async function Home() {
  if (await isFirstVisit()) redirect("/welcome");
  const actor = await currentActor();
  redirect(actor ? homePath(actor) : "/sign-in");
}
