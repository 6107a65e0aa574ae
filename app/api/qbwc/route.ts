import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { authorizeTicket, conversation } from "@/lib/quickbooks/run/process";
import { handleSoap } from "@/lib/quickbooks/soap/handle";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";
export const maxDuration = 300;

const answer = (request: Request): Promise<Response> =>
  handleSoap(request, {
    conversation: conversation(),
    authorizeTicket,
    log,
    maxBytes: env().QBWC_MAX_BODY_MB * 1024 * 1024,
    publicUrl: env().NEXTAUTH_URL,
  });

export { answer as GET, answer as HEAD, answer as POST };
