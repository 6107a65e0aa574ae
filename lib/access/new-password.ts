import { z } from "zod";

/** NIST SP 800-63B asks for length, not for kinds of characters. */
export const newPassword = z
  .string()
  .min(10, "Use at least 10 characters.")
  .max(200, "Use at most 200 characters.");
