import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { acceptedBytes } from "@/lib/quickbooks/run/accepted-bytes";
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
    maxBytes: acceptedBytes(),
    publicUrl: env().NEXTAUTH_URL,
  });

export { answer as GET, answer as HEAD, answer as POST };
