import { z } from "zod";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { type QrCode, qrCode } from "./qr-code";
import { newRecoveryCodes } from "./recovery-codes";
import { getSecondFactor, keepTotpSecret, putInForce, replaceRecoveryCodes } from "./second-factor-store";
import { newTotpSecret, otpauthUri, sealTotpSecret, stepOfCode, unsealTotpSecret } from "./totp";

export interface NewTwoFactor {
  /** Base32, for whoever cannot scan: typed into the app by hand. */
  secret: string;
  qr: QrCode;
}

const already = () => new AppError("conflict", { message: "Two-factor sign-in is on already." });

/**
 * Begins to set up an authenticator app: a new secret, shown this once. It is asked for from the moment a
 * first code of it was confirmed; until then beginning again replaces it.
 */
export const beginTwoFactor = command({
  name: "profile.change",
  input: z.object({}),
  async run({ actor, tx }): Promise<NewTwoFactor> {
    const secret = newTotpSecret();
    if (!(await keepTotpSecret(tx, actor.userId, sealTotpSecret(actor.userId, secret)))) throw already();
    return { secret, qr: qrCode(otpauthUri(secret, actor.email)) };
  },
});

/** Turns two-factor sign-in on with a first code of the app. Gives the recovery codes, shown this once. */
export const confirmTwoFactor = command({
  name: "profile.change",
  input: z.object({ code: z.string().trim().min(1, "Enter the code that the app shows.").max(20) }),
  async run({ actor, tx, now, record }, { code }) {
    const { totpSecret, totpSince } = await getSecondFactor(tx, actor.userId);
    if (totpSince || !totpSecret) throw totpSince ? already() : new AppError("conflict");
    const secret = unsealTotpSecret(actor.userId, totpSecret);
    const step = secret && stepOfCode(secret, code, now);
    if (!step) {
      const message = "This is not the code that the app shows now. Wait for the next one and try again.";
      throw new AppError("wrong-code", { message, fields: [{ path: "code", message }] });
    }
    if (!(await putInForce(tx, actor.userId, { sealed: totpSecret, step, now }))) {
      throw new AppError("conflict");
    }
    const { codes, hashes } = newRecoveryCodes();
    await replaceRecoveryCodes(tx, actor.userId, hashes);
    const { userId, name } = actor;
    await record("member.two-factor", actor.orgId, { userId, name, change: "on" });
    return { codes };
  },
});
