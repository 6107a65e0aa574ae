import { z } from "zod";
import { command } from "@/lib/access/command";
import { clearSecondFactor } from "@/lib/access/credentials-store";
import { AppError } from "@/lib/core/errors";
import { provePassword } from "./prove-password";
import { newRecoveryCodes } from "./recovery-codes";
import { getSecondFactor, replaceRecoveryCodes } from "./second-factor-store";

/** The password; for whoever has none, a code of the authenticator app. */
const input = z.object({ password: z.string().max(200, "This is not your password.") });

const off = () => new AppError("conflict", { message: "Two-factor sign-in is off." });

/** Turns one's own two-factor sign-in off; its recovery codes are worth nothing from then on. */
export const turnOffTwoFactor = command({
  name: "profile.change",
  input,
  prepare: ({ actor, db }, { password }) => provePassword(db, actor, password),
  async run({ actor, tx, record }) {
    const { userId, name } = actor;
    if (!(await getSecondFactor(tx, userId)).totpSince) throw off();
    await clearSecondFactor(tx, userId);
    await record("member.two-factor", actor.orgId, { userId, name, change: "off" });
  },
});

/** Ten new recovery codes, shown this once; the old ones are worth nothing from then on. */
export const renewRecoveryCodes = command({
  name: "profile.change",
  input,
  prepare: ({ actor, db }, { password }) => provePassword(db, actor, password),
  async run({ actor, tx, record }) {
    const { userId, name } = actor;
    if (!(await getSecondFactor(tx, userId)).totpSince) throw off();
    const { codes, hashes } = newRecoveryCodes();
    await replaceRecoveryCodes(tx, userId, hashes);
    await record("member.two-factor", actor.orgId, { userId, name, change: "new-recovery-codes" });
    return { codes };
  },
});
