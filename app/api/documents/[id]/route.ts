import { Readable } from "node:stream";
import { errorResponse } from "@/app/_actions/error-response";
import { currentActor } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { readDocumentFile } from "@/lib/documents/document-file";

/** RFC 6266 with RFC 5987: a plain name for old readers, the true one beside it. */
function disposition(how: "inline" | "attachment", name: string): string {
  const plain = name.replace(/[^ -~]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** GET ?download: a document, for those who may see its bill. To all others there is none. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const actor = await currentActor();
    if (!actor) throw new AppError("unauthenticated");
    const file = await readDocumentFile(actor, { documentId: (await params).id }).catch((error) => {
      // An id that is no id is no document either.
      throw error instanceof AppError && error.code === "invalid" ? new AppError("not-found") : error;
    });
    const isDownload = new URL(request.url).searchParams.has("download");
    const etag = `"${file.hash}"`;
    const headers = {
      etag,
      // Asked for again each time, so that a right that was taken away counts at once; the bytes are not sent again.
      "cache-control": "private, no-cache",
      // A file from outside is shown and never run: no script, no form, no origin of ours.
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    return new Response(Readable.toWeb(await file.open()) as ReadableStream<Uint8Array>, {
      headers: {
        ...headers,
        "content-type": file.contentType,
        "content-length": String(file.size),
        "content-disposition": disposition(isDownload ? "attachment" : "inline", file.name),
      },
    });
  } catch (error) {
    return errorResponse(error);
  }
}
