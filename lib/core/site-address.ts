import { env } from "./env";

/** The whole address of a page, for mail: "/join/…" → "https://bills.example.com/join/…". */
export function siteAddress(path: string): string {
  const { NEXTAUTH_URL, PORT } = env();
  return new URL(path, NEXTAUTH_URL ?? `http://localhost:${PORT}`).href;
}
