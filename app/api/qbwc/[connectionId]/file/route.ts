import { errorResponse } from "@/app/_actions/error-response";
import { currentActor } from "@/lib/auth/session";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { qwcFile } from "@/lib/quickbooks/connections/qwc-file";
import { takeQwcLogin } from "@/lib/quickbooks/connections/take-qwc-login";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ connectionId: string }> };

/** Letters and digits of the name: what any file system and any browser takes. */
const fileName = (name: string): string =>
  `${name.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "") || "countersign"}.qwc`;

/** The .qwc file of a connection, for whoever may see it. The password is not in it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await currentActor();
    if (!actor) throw new AppError("unauthenticated");
    const { connectionId } = await params;
    const login = await takeQwcLogin(actor, { connectionId });
    return new Response(qwcFile(login, env().NEXTAUTH_URL ?? new URL(request.url).origin), {
      headers: {
        "content-type": "text/xml; charset=utf-8",
        "content-disposition": `attachment; filename="${fileName(login.name)}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    return errorResponse(error);
  }
}
