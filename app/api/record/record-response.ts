import { Readable } from "node:stream";
import { errorResponse } from "@/app/_actions/error-response";
import type { Actor } from "@/lib/access/actor";
import { currentActor } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import type { RecordFile } from "@/lib/record/export-record";

/** The answer of a door that hands out the record as a file. */
export async function recordResponse(make: (actor: Actor) => Promise<RecordFile>): Promise<Response> {
  try {
    const actor = await currentActor();
    if (!actor) throw new AppError("unauthenticated");
    const { name, contentType, body } = await make(actor);
    return new Response(Readable.toWeb(Readable.from(body)) as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return errorResponse(error);
  }
}

/** The format that an address asks for; the command refuses what is none. */
export const formatOf = (request: Request) =>
  new URL(request.url).searchParams.get("format") as "pdf" | "csv";
