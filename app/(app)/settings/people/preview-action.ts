"use server";

import { requireActor } from "@/lib/auth/session";
import { type DeactivationPreview, previewDeactivation } from "@/lib/workflow/preview-deactivation";

/** What deactivating somebody would do to the bills in approval. */
export async function deactivationOf(userId: string): Promise<DeactivationPreview> {
  return previewDeactivation(await requireActor(), { userId });
}
