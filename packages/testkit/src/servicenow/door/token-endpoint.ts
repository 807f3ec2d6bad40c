import { parseAuthorization } from '../../simulator/authorization.ts';
import type { RecordedRequest } from '../../simulator/recorded-request.ts';
import { jsonReply, type Reply } from '../../simulator/reply.ts';
import type { IssuedToken, IssuedTokens } from './issued-tokens.ts';
import { createAssertionJudge } from './judge-assertion.ts';
import type { OAuthGrant, ServiceNowOAuth } from './oauth-options.ts';
import type { People } from './people.ts';

/** `POST /oauth_token.do`. It reads forms only; client id and secret come in the form or as HTTP Basic. */
export type TokenEndpoint = (request: RecordedRequest) => Reply;

interface Endpoint {
  readonly oauth: ServiceNowOAuth | undefined;
  readonly tokens: IssuedTokens;
  readonly people: People;
  readonly url: string;
  readonly now: () => number;
}

interface Granted {
  readonly access: IssuedToken;
  readonly refresh?: IssuedToken;
}

export function createTokenEndpoint({ oauth, tokens, people, url, now }: Endpoint): TokenEndpoint {
  if (!oauth) return () => refused();
  const judge = createAssertionJudge(oauth, url, now);
  const grants: Readonly<Record<OAuthGrant, (form: Form) => Granted | undefined>> = {
    password: ({ username = '', password = '' }) => {
      if (!people.isPassword(username, password)) return undefined;
      return { access: tokens.current(username) ?? tokens.access(username), refresh: tokens.refresh(username) };
    },
    refresh_token: form => {
      const refresh = tokens.findRefresh(form.refresh_token ?? '');
      return refresh && { access: tokens.access(refresh.user), refresh };
    },
    client_credentials: () => ({ access: tokens.access(people.integrationUser) }),
    'urn:ietf:params:oauth:grant-type:jwt-bearer': form => {
      const user = people.find(judge(form.assertion ?? '') ?? '');
      return user === undefined ? undefined : { access: tokens.access(user), refresh: tokens.refresh(user) };
    },
  };
  return request => {
    const form = formOf(request);
    const { id, secret } = clientOf(request, form);
    if (id !== oauth.clientId || secret !== oauth.clientSecret) return refused();
    const grant = (oauth.grants ?? allGrants).find(name => name === form.grant_type);
    const granted = grant && grants[grant](form);
    return granted ? given(granted, now()) : refused();
  };
}

const allGrants: readonly OAuthGrant[] = [
  'password',
  'refresh_token',
  'client_credentials',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
];

type Form = Readonly<Record<string, string>>;

function formOf({ headers, body }: RecordedRequest): Form {
  const isForm = headers['content-type']?.includes('application/x-www-form-urlencoded');
  return isForm ? Object.fromEntries(new URLSearchParams(body)) : {};
}

function clientOf({ headers }: RecordedRequest, form: Form): { readonly id?: string; readonly secret?: string } {
  const claim = parseAuthorization(headers.authorization);
  if (claim.kind === 'basic') return { id: claim.user, secret: claim.password };
  const { client_id, client_secret } = form;
  return {
    ...(client_id === undefined ? {} : { id: client_id }),
    ...(client_secret === undefined ? {} : { secret: client_secret }),
  };
}

/** Whole seconds that are left, less the one that is under way: 1799 of 1800, as instances say it. */
const given = ({ access, refresh }: Granted, nowMs: number): Reply =>
  jsonReply(200, {
    access_token: access.token,
    ...(refresh ? { refresh_token: refresh.token } : {}),
    scope: 'useraccount',
    token_type: 'Bearer',
    expires_in: Math.ceil((access.endsMs - nowMs) / 1_000) - 1,
  });

/**
 * The only words there are for whatever is wrong, be it client, secret, user, refresh token, grant or content type; the
 * reason is in the instance's log alone (demisto/content-docs#1301, and what others captured).
 */
const refused = (): Reply => jsonReply(401, { error_description: 'access_denied', error: 'server_error' });
