import { z } from "zod";
import { command } from "@/lib/access/command";
import { MOST_DOCUMENTS } from "@/lib/bills/bill-input";
import { changeDocuments } from "./change-documents";

/**
 * Puts files that this person sent on a bill that may be edited, all at once: in approval they start one new
 * round, not one each, where the organisation has it so. Throws "not-found" for a file of somebody else.
 */
export const addDocuments = command({
  name: "document.add",
  input: z.object({ billId: z.uuid(), documentIds: z.array(z.uuid()).min(1).max(MOST_DOCUMENTS) }),
  run: (context, { billId, documentIds }) =>
    changeDocuments(context, billId, (there) => [...there, ...documentIds]),
});
