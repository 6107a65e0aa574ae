import { env } from "@/lib/core/env";

/** The longest call of the Web Connector that this server accepts. */
export const acceptedBytes = (): number => env().QBWC_MAX_BODY_MB * 1024 * 1024;
