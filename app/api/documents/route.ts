import { errorResponse } from "@/app/_actions/error-response";
import { assertSameOrigin } from "@/app/_actions/same-origin";
import { currentActor } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { uploadDocument } from "@/lib/documents/upload-document";

/** POST ?name=…, the file itself as the body: takes it in, for a bill that names it when it is saved. */
export async function POST(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request);
    const actor = await currentActor();
    if (!actor) throw new AppError("unauthenticated");
    const name = new URL(request.url).searchParams.get("name") ?? "";
    if (!request.body) throw new AppError("file-refused", { message: "This file is empty." });
    const { id, contentType, size, name: kept } = await uploadDocument(actor, name, request.body);
    return Response.json({ id, name: kept, contentType, size }, { status: 201 });
  } catch (error) {
    return errorResponse(error);
  }
}
