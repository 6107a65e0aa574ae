/**
 * What to say about a sign-in that failed. The codes are our own ("wrong-credentials", …) or
 * next-auth's, which come in the address when another account was tried.
 */
const WORDS: Record<string, string> = {
  away: "The server could not be reached. Check your connection and try again.",
  "wrong-credentials": "The email address or the password is wrong.",
  "rate-limited": "Too many attempts. Wait some minutes and try again.",
  "wrong-code": "The code is wrong, or was used already. Wait for the next one and try again.",
  "code-unreadable":
    "The codes of your app cannot be checked any more, because the server's secret was changed. Use a recovery code, or ask an Admin to reset your two-factor sign-in.",
  "link-over": "That took too long. Sign in again.",
  AccessDenied:
    "No account here has that email address, or its provider has not verified it. Ask your Admin to invite you, or sign in with a password.",
  OAuthCallback: "Signing in there was cancelled or failed. Try again.",
};

export const signInWords = (code: string): string =>
  WORDS[code] ?? "Signing in did not work. Try again; if it fails again, tell your Admin.";
