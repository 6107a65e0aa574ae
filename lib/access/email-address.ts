import { z } from "zod";

/** As it is kept: an address has one case. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Enter an email address, such as ann@example.com."))
  .pipe(z.string().max(254, "Use at most 254 characters."));
