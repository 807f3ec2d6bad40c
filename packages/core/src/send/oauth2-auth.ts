import type { AuthStrategy, PluginDeps, Secret } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { type AccessToken, accessToken } from './access-token.ts';
import { noAuth } from './no-auth.ts';
import { redact } from './redact.ts';
import { inspectToken, tokenRefusal } from './token-refusal.ts';

export interface ClientCredentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** Space-separated. */
  readonly scope?: string | undefined;
}

/**
 * OAuth 2.0 client credentials (RFC 6749 section 4.4): a bearer token that all requests of an integration share. It is
 * fetched at the first request, again before it ends and after a 401, and once for all who want it at the same time.
 * Form-encoded, as the RFC and ServiceNow ask. A fetch that failed is not kept: the next request tries again.
 */
export function oauth2Auth(
  { tokenUrl, clientId, clientSecret, scope }: ClientCredentials,
  { createHttp, clock }: Pick<PluginDeps, 'createHttp' | 'clock'>,
): AuthStrategy {
  const { origin, pathname } = new URL(tokenUrl);
  const http = createHttp({
    ...{ baseURL: origin, auth: noAuth, errorMessage: tokenRefusal, inspect: inspectToken },
    partOfOthers: true,
  });
  let known: AccessToken | undefined;
  let fetching: Promise<AccessToken> | undefined;

  async function fetchToken(): Promise<AccessToken> {
    const secret = await clientSecret.reveal();
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      ...(scope === undefined ? {} : { scope }),
    });
    const askedAt = clock.now().getTime();
    const { data } = await http.post(pathname, form).catch((error: unknown) => {
      throw withoutSecret(error, secret);
    });
    known = accessToken(data, askedAt, tokenUrl);
    return known;
  }

  function renewed(): Promise<AccessToken> {
    fetching ??= fetchToken().finally(() => {
      fetching = undefined;
    });
    return fetching;
  }

  return {
    masked: { Authorization: 'Bearer [secret]' },
    async headers() {
      const fresh = known !== undefined && clock.now().getTime() < known.freshUntil;
      const { value } = fresh && known ? known : await renewed();
      return { Authorization: `Bearer ${value}` };
    },
    async refresh() {
      const before = known?.value;
      // The secret may have been rotated together with the tokens made of it.
      await clientSecret.refresh();
      // Somebody else who was refused has fetched one meanwhile.
      if (known !== undefined && known.value !== before) return true;
      return (await renewed()).value !== before;
    },
  };
}

/** An endpoint may quote what it was sent: the secret is in the form, where no header tells of it. */
function withoutSecret(error: unknown, secret: string): unknown {
  if (!ItsmError.is(error)) return error;
  const { kind, message, status, retryAfterMs } = error;
  return new ItsmError(kind, redact(message, { form: `Secret ${secret}` }), {
    ...(status === undefined ? {} : { status }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}
