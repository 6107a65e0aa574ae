import { z } from "zod";
import { command } from "@/lib/access/command";
import { endSessionsOf } from "@/lib/access/credentials-store";
import { AppError } from "@/lib/core/errors";
import { endOwnSession } from "./session-store";

/** Ends one of one's own sessions: that browser is out at its next click, and its open pages at once. */
export const endSession = command({
  name: "profile.change",
  input: z.object({ sessionId: z.uuid() }),
  async run({ actor, tx, record }, { sessionId }) {
    const { userId, name } = actor;
    if (!(await endOwnSession(tx, userId, sessionId))) throw new AppError("not-found");
    await record("member.sessions-ended", actor.orgId, { userId, name, sessions: 1 });
  },
});

/** Ends all of one's own sessions but this one. */
export const endOtherSessions = command({
  name: "profile.change",
  input: z.object({}),
  async run({ actor, tx, record }) {
    const { userId, name, sessionId } = actor;
    const sessions = await endSessionsOf(tx, userId, sessionId ? { keep: sessionId } : {});
    if (sessions > 0) await record("member.sessions-ended", actor.orgId, { userId, name, sessions });
    return { sessions };
  },
});
