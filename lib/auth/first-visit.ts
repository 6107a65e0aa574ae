import { cache } from "react";
import { db } from "@/db/client";
import { hasOrganisation } from "./store";

/** Whether this server still waits for its organisation and its first Admin. */
export const isFirstVisit = cache(async (): Promise<boolean> => !(await hasOrganisation(db())));
