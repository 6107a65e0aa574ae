import { db } from "@/db/client";
import { announce } from "@/lib/access/announce";
import { record } from "@/lib/audit/record";
import { AppError } from "@/lib/core/errors";
import { hashOfRecoveryCode } from "./recovery-codes";
import { takeRecoveryCode, takeStep } from "./second-factor-store";
import { stepOfCode, unsealTotpSecret } from "./totp";

interface Owner {
  userId: string;
  orgId: string;
  name: string;
  totpSecret: string | null;
}

/**
 * Takes a code of somebody's authenticator app, or one of their recovery codes. Each is taken once.
 * @returns which it was; undefined when it is neither, or was used already
 * @throws AppError "code-unreadable" when the app's codes cannot be checked any more
 */
export async function takeCode(
  owner: Owner,
  code: string,
  now: Date,
): Promise<"code" | "recovery code" | undefined> {
  const hash = hashOfRecoveryCode(code);
  if (hash) return (await useRecoveryCode(owner, hash, now)) ? "recovery code" : undefined;
  const secret = owner.totpSecret && unsealTotpSecret(owner.userId, owner.totpSecret);
  if (!secret) throw new AppError("code-unreadable");
  const step = stepOfCode(secret, code, now);
  return step !== undefined && (await takeStep(db(), owner.userId, step)) ? "code" : undefined;
}

const useRecoveryCode = ({ userId, orgId, name }: Owner, hash: string, now: Date): Promise<boolean> =>
  db().transaction(async (tx) => {
    const left = await takeRecoveryCode(tx, userId, hash);
    if (left === undefined) return false;
    await record(tx, [
      {
        ...{ orgId, subject: orgId, name: "member.recovery-code-used" as const },
        ...{ actorId: userId, actorName: name, data: { userId, name, left }, at: now },
      },
    ]);
    await announce(tx, orgId);
    return true;
  });
