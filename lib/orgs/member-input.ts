import { z } from "zod";
import { ROLES } from "@/lib/access/roles";
import { isAmount, isNegative, toAmount } from "@/lib/core/money";

/** As people type it: "5,000", "$5000.00"; nothing is no limit. */
const approvalLimit = z
  .string()
  .transform((text) => text.replace(/[$,\s]/g, ""))
  .refine((text) => text === "" || (isAmount(text) && !isNegative(text)), {
    message: "Enter an amount such as 5000.00, or leave it empty for no limit.",
  })
  .transform((text) => (text === "" ? null : toAmount(text)));

/** What an Admin decides about a member. */
export const memberRights = {
  /** Kept in the order of the table of rights, each once. */
  roles: z
    .array(z.enum(ROLES))
    .min(1, "Choose at least one right.")
    .transform((chosen) => ROLES.filter((role) => chosen.includes(role))),
  approvalLimit: approvalLimit.default(null),
  supervisorId: z.uuid().nullable().default(null),
};
