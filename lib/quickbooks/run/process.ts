import { db } from "@/db/client";
import { env } from "@/lib/core/env";
import type { Conversation } from "./conversation";
import { createConversation, ticketChecker } from "./engine";

const VERSION = "1.0";

/** The conversation as this server holds it: on its own database, with its own settings. */
export const conversation = (): Conversation =>
  createConversation({ db: db(), version: VERSION, silentAfterSeconds: env().RUN_SILENT_AFTER_SECONDS });

export const authorizeTicket = (ticket: string): Promise<boolean> => ticketChecker(db())(ticket);
