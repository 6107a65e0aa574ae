import { currentActor } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { LOOKUP_LISTS, lookUp } from "@/lib/ledger/ledger-views";

const failure = (error: AppError) =>
  Response.json({ error: error.code, message: error.message }, { status: error.status });

/** GET ?list=vendor&connectionId=…&q=…: the records to choose from, at most fifty. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return failure(new AppError("unauthenticated"));
  const { searchParams } = new URL(request.url);
  const list = LOOKUP_LISTS.find((name) => name === searchParams.get("list"));
  if (!list) return failure(new AppError("not-found"));
  try {
    const options = await lookUp(actor, {
      list,
      connectionId: searchParams.get("connectionId") ?? "",
      q: searchParams.get("q") ?? "",
    });
    return Response.json({ options }, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    if (error instanceof AppError) return failure(error);
    throw error;
  }
}
