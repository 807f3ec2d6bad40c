import type { PluginDeps, Secret } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { type AccessToken, accessToken } from './access-token.ts';
import { noAuth } from './no-auth.ts';
import { reworded } from './reworded.ts';
import { inspectToken, tokenRefusal } from './token-refusal.ts';
import { withoutSecrets } from './without-secrets.ts';

export interface OAuthClient {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** A public client has none. */
  readonly clientSecret?: Secret | undefined;
  /** Space-separated. */
  readonly scope?: string | undefined;
}

/** Asks for one token. @throws ItsmError kind `auth`: it was refused; no secret of the form is in the message. */
export type AskForToken = (grant: Readonly<Record<string, string>>) => Promise<AccessToken>;

/**
 * A token endpoint as one client sees it. Form-encoded, as the RFC and ServiceNow ask.
 *
 * @param members of the config that a refusal is about, beside those of the client.
 */
export function tokenEndpoint(
  { tokenUrl, clientId, clientSecret, scope }: OAuthClient,
  members: readonly string[],
  { createHttp, clock }: Pick<PluginDeps, 'createHttp' | 'clock'>,
): AskForToken {
  const { origin, pathname } = new URL(tokenUrl);
  const inspect = inspectToken(['client_id', ...(clientSecret ? ['client_secret'] : []), ...members, 'scope']);
  const http = createHttp({
    ...{ baseURL: origin, auth: noAuth, errorMessage: tokenRefusal, inspect },
    partOfOthers: true,
  });
  return async grant => {
    const form = {
      ...{ ...grant, client_id: clientId },
      ...(clientSecret === undefined ? {} : { client_secret: await clientSecret.reveal() }),
      ...(scope === undefined ? {} : { scope }),
    };
    const askedAt = clock.now().getTime();
    const { data } = await http.post(pathname, new URLSearchParams(form)).catch((error: unknown) => {
      throw withoutForm(error, form);
    });
    return accessToken(data, askedAt, tokenUrl);
  };
}

const secretFields = ['client_secret', 'password', 'refresh_token', 'assertion'] as const;

/** An endpoint may quote what it was sent: the secrets are in the form, where no header tells of them. */
function withoutForm(error: unknown, form: Readonly<Record<string, string>>): unknown {
  if (!ItsmError.is(error)) return error;
  return reworded(
    error,
    withoutSecrets(
      error.message,
      secretFields.map(field => form[field] ?? ''),
    ),
  );
}
