import { cache } from "react";
import type { Actor } from "@/lib/access/actor";
import { countUnread } from "@/lib/notifications/notification-views";
import { listOpenSyncErrors } from "@/lib/quickbooks/sync-views/sync-error-views";
import { readSyncStatus } from "@/lib/quickbooks/sync-views/sync-status-view";

/** How each company file stands with QuickBooks: the shell shows it, and so do some pages within. */
export const syncStatusOf = cache((actor: Actor) => readSyncStatus(actor, {}));

/** The open sync errors: the shell lists them, and so does the page of the sync. */
export const openSyncErrorsOf = cache((actor: Actor) => listOpenSyncErrors(actor, {}));

/** How many notifications are unread: the bell says it, and so does their page. */
export const unreadOf = cache((actor: Actor) => countUnread(actor, {}));
