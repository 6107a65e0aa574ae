import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { errorResponse } from "@/app/_actions/error-response";
import { currentActor } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { readRunFile } from "@/lib/quickbooks/sync-views/run-file";

/** GET ?show=amounts,names: one run as a compressed JSON file for support; both are hidden unless asked for. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ runId: string }> },
): Promise<Response> {
  try {
    const actor = await currentActor();
    if (!actor) throw new AppError("unauthenticated");
    const { runId } = await params;
    const show = new URL(request.url).searchParams.getAll("show");
    const file = await readRunFile(actor, {
      ...{ runId, hideAmounts: !show.includes("amounts"), hideNames: !show.includes("names") },
    });
    const body = Readable.from(file.json).pipe(createGzip());
    return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": "application/gzip",
        "content-disposition": `attachment; filename="${file.name}.json.gz"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return errorResponse(error);
  }
}
