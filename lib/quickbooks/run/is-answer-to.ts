import { readResponses } from "@/lib/quickbooks/qbxml/decode";
import { QbxmlError } from "@/lib/quickbooks/qbxml/qbxml-error";
import type { SetEvent } from "@/lib/quickbooks/qbxml/response-event";
import { answersTo } from "./answers-to";
import type { Message } from "./message-store";
import type { Payload } from "./payload";

/**
 * Whether an answer is that of this message, and not the copy of another's. QuickBooks echoes every requestID, and
 * answers one message with one document: the first answer in it tells whose it is. A document without any tells it
 * by its newMessageSetID, which it bears where a write, or what asks after one, is answered by a code alone.
 *
 * @param asked for a probe, the writing message whose stored answer it brings back
 * @throws QbxmlError when the document is damaged, or does not say what it answers
 */
export async function isAnswerTo(asked: Message, payload: Payload): Promise<boolean> {
  let set: Omit<SetEvent, "type"> = {};
  for await (const event of readResponses(payload.chunks())) {
    if (event.type === "set") set = event;
    if (event.type !== "response") continue;
    const { name, requestID } = event;
    if (!requestID) throw new QbxmlError("unexpected", `The reply has a ${name} without a requestID.`);
    return answersTo(asked).get(requestID) === name;
  }
  const { newMessageSetID, messageSetStatusCode } = set;
  if (asked.purpose === "write") return !newMessageSetID || newMessageSetID === asked.messageSetId;
  if (newMessageSetID || messageSetStatusCode !== undefined) return false;
  throw new QbxmlError("unexpected", "The reply holds no answer.");
}
