import { signIn } from "next-auth/react";

/** What somebody brings to get in. */
export type Proof = { email: string; password: string } | { ticket: string };

/** @returns the code of what went wrong; undefined when they are in */
export async function trySignIn(proof: Proof, code = ""): Promise<string | undefined> {
  const answer = await signIn("credentials", { redirect: false, ...proof, code }).catch(() => undefined);
  if (!answer) return "away";
  return answer.error ?? undefined;
}
