import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { currentActor } from "@/lib/auth/session";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The settings are read at the first request, not while the app is built. */
async function handler(request: Request, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  // An open page renews its cookie here while its person is at work: the session is in use, which the row says.
  if (action === "session") await currentActor();
  return NextAuth(authOptions())(request, context);
}

export { handler as GET, handler as POST };
