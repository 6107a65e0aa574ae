import { env } from "@/lib/core/env";

export interface SignInChoices {
  google: boolean;
  microsoft: boolean;
}

/** Which other accounts people may sign in with here. */
export const signInChoices = (): SignInChoices => ({
  google: env().GOOGLE_CLIENT_ID !== undefined,
  microsoft: env().AZURE_AD_CLIENT_ID !== undefined,
});
