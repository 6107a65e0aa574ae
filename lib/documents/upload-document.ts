import { type Actor, may } from "@/lib/access/actor";
import { AppError } from "@/lib/core/errors";
import { checkPdf } from "./check-pdf";
import { documentName } from "./document-name";
import { documentType } from "./document-type";
import { enterUpload } from "./enter-upload";
import { fileKey, fileStore } from "./file-store";
import { receiveFile } from "./receive-file";

/** A file that was taken in: what a form shows of it, and names when the bill is saved. */
export type Upload = Awaited<ReturnType<typeof enterUpload>>;

/**
 * Takes in a file: received piece by piece, checked by its content, written down, stored. Throws "forbidden"
 * before a byte is read, "file-refused" and "file-too-large" with words for whoever sent it.
 */
export async function uploadDocument(
  actor: Actor,
  name: string,
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Upload> {
  if (!may(actor, "document.add")) throw new AppError("forbidden");
  return receiveFile(body, async ({ path, size, hash }) => {
    const contentType = await documentType(path);
    if (contentType === "application/pdf") await checkPdf(path);
    // Written down first: from then on nobody clears the file away.
    const upload = await enterUpload(actor, {
      name: documentName(name, contentType),
      contentType,
      size,
      hash,
    });
    await fileStore().keep(fileKey(actor.orgId, hash), { path, size, contentType });
    return upload;
  });
}
