import type { AuthStrategy, PluginDeps } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import type { AccessToken } from './access-token.ts';
import type { Grant } from './grants/grant.ts';
import { refreshForm } from './grants/refresh-token.ts';
import { sameTokenAgain } from './same-token-again.ts';
import { type OAuthClient, tokenEndpoint } from './token-endpoint.ts';

/**
 * OAuth 2.0 (RFC 6749): a bearer token that all requests of an integration share. It is fetched at the first request, again
 * before it ends and after a 401, and once for all who want it at the same time. A refresh token that came with it is what
 * renews it; once that one is refused, it is forgotten and the grant asks anew. A fetch that failed is not kept: the next
 * request tries again.
 */
export function oauth2Auth(
  client: OAuthClient,
  grant: Grant,
  deps: Pick<PluginDeps, 'createHttp' | 'clock'>,
): AuthStrategy {
  const ask = tokenEndpoint(client, grant.members, deps);
  const now = () => deps.clock.now().getTime();
  let known: AccessToken | undefined;
  /** The newest refresh token that an answer brought, in memory alone. */
  let renewal: string | undefined;
  let fetching: Promise<AccessToken> | undefined;

  async function rereadSecrets(): Promise<boolean> {
    const changed = await Promise.all([grant.refresh(), client.clientSecret?.refresh() ?? false]);
    return changed.includes(true);
  }

  async function tokenFor(form: Readonly<Record<string, string>>): Promise<AccessToken> {
    const token = await ask(form);
    // What the form has sent already, it can send again.
    if (token.refreshToken !== form.refresh_token) renewal = token.refreshToken ?? renewal;
    // Given out once more when it was to be renewed, it cannot be renewed before its end, and serves until then.
    known = token.value === known?.value ? { ...token, freshUntil: token.endsAt } : token;
    return known;
  }

  /** Undefined: there is nothing to renew by, or it was refused. */
  async function renewedBy(token: string | undefined): Promise<AccessToken | undefined> {
    if (token === undefined) return undefined;
    try {
      return await tokenFor(refreshForm(token));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      renewal = undefined;
      return undefined;
    }
  }

  async function granted(): Promise<AccessToken> {
    try {
      return await tokenFor(await grant.form());
    } catch (error) {
      if (!isRefusal(error) || !(await rereadSecrets())) throw error;
      return tokenFor(await grant.form());
    }
  }

  /** @param dead A token that was refused: each way of getting one may give it out again, while it has life left. */
  async function fetchToken(dead?: string): Promise<AccessToken> {
    const alive = (token: AccessToken | undefined) => (token?.value === dead ? undefined : token);
    const first = renewal;
    const renewed = alive(await renewedBy(first));
    if (renewed) return renewed;
    const given = await granted();
    if (given.value !== dead) return given;
    const last = renewal === first ? undefined : alive(await renewedBy(renewal));
    if (last) return last;
    throw sameTokenAgain(client.tokenUrl, given.endsAt - now());
  }

  function fetchOnce(dead?: string): Promise<AccessToken> {
    fetching ??= fetchToken(dead).finally(() => {
      fetching = undefined;
    });
    return fetching;
  }

  /** A token that has a minute left is better than none, while the endpoint is away. */
  function orUntilItsEnd(error: unknown): AccessToken {
    if (known === undefined || now() >= known.endsAt || isRefusal(error)) throw error;
    return known;
  }

  return {
    masked: { Authorization: 'Bearer [secret]' },
    async headers() {
      const fresh = known !== undefined && now() < known.freshUntil ? known : undefined;
      const { value } = fresh ?? (await fetchOnce().catch(orUntilItsEnd));
      return { Authorization: `Bearer ${value}` };
    },
    async refresh() {
      const dead = known?.value;
      // The secrets may have been rotated together with the tokens made of them.
      await rereadSecrets();
      // Somebody else who was refused, or came before its end, is fetching one or has done so.
      await fetching;
      if (known?.value === dead) await fetchOnce(dead);
      return true;
    },
  };
}

const isRefusal = (error: unknown): boolean => ItsmError.is(error) && error.kind === 'auth';
