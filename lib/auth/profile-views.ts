import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { memberships, organisations, users } from "@/db/schema";
import type { MailMode } from "@/db/schema/organisations";
import { query } from "@/lib/access/command";
import { ROLE_NAMES } from "@/lib/access/roles";
import { AppError } from "@/lib/core/errors";
import { canSendMail } from "@/lib/mail/enqueue-mail";
import { browserName } from "./browser-name";
import { countRecoveryCodes } from "./second-factor-store";
import { getSessions } from "./session-store";

/** A browser in which one is signed in. */
export interface SessionView {
  id: string;
  /** "Chrome on Windows". */
  browser: string;
  /** "" where it is not known. */
  address: string;
  /** "password and code". */
  method: string;
  startedAt: Date;
  /** To within five minutes. */
  seenAt: Date;
  isThis: boolean;
}

export interface TwoFactorView {
  /** Since when a code is asked for; null where none is. */
  since: Date | null;
  recoveryCodesLeft: number;
  /** The organisation asks everybody for it. */
  isRequired: boolean;
}

export interface ProfileView {
  name: string;
  email: string;
  /** "Clerk, Approver". */
  roles: string;
  /** False for whoever comes through Google or Microsoft alone. */
  hasPassword: boolean;
  twoFactor: TwoFactorView;
  sessions: SessionView[];
  mail: MailMode;
  /** Whether this server sends mail at all. */
  sendsMail: boolean;
}

/** What one may see and change of oneself. */
export const readProfile = query({
  name: "profile.change",
  input: z.object({}),
  async run({ actor, db }): Promise<ProfileView> {
    const { userId, orgId, sessionId } = actor;
    const [row] = await db
      .select({
        name: users.name,
        email: users.email,
        passwordHash: users.passwordHash,
        since: users.totpSince,
        mail: memberships.mail,
        settings: organisations.settings,
      })
      .from(users)
      .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.orgId, orgId)))
      .innerJoin(organisations, eq(organisations.id, memberships.orgId))
      .where(eq(users.id, userId));
    if (!row) throw new AppError("not-found");
    const { name, email, since, mail } = row;
    const sessions = await getSessions(db, userId);
    return {
      ...{ name, email, mail, hasPassword: row.passwordHash !== null, sendsMail: canSendMail() },
      roles: actor.roles.map((role) => ROLE_NAMES[role]).join(", "),
      twoFactor: {
        since,
        recoveryCodesLeft: since ? await countRecoveryCodes(db, userId) : 0,
        isRequired: row.settings.requiresTwoFactor ?? false,
      },
      sessions: sessions
        .map(({ userAgent, ...session }) => ({
          ...session,
          browser: browserName(userAgent),
          isThis: session.id === sessionId,
        }))
        .sort((a, b) => Number(b.isThis) - Number(a.isThis)),
    };
  },
});
