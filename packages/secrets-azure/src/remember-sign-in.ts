import type { TokenCredential } from '@azure/identity';

/** A sign-in that knows what no error may show. */
export interface RememberedSignIn {
  readonly credential: TokenCredential;
  /** The secret of the client, and the token that was handed out last. */
  secrets(): readonly string[];
}

export function rememberSignIn(inner: TokenCredential, clientSecret: string | undefined): RememberedSignIn {
  let last: string | undefined;
  const credential: TokenCredential = {
    async getToken(scopes, options) {
      const given = await inner.getToken(scopes, options);
      last = given?.token;
      return given;
    },
  };
  return { credential, secrets: () => [clientSecret, last].flatMap(text => text ?? []) };
}
