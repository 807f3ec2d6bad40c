import { z } from 'zod';
import { secret } from '../secrets/secret.ts';
import { endpoint } from './endpoint.ts';

const basic = () => z.strictObject({ type: z.literal('basic'), username: z.string().min(1), password: secret() });
const bearer = () => z.strictObject({ type: z.literal('bearer'), token: secret() });
const oauth2 = () =>
  z.strictObject({
    type: z.literal('oauth2'),
    grant: z.literal('client_credentials'),
    token_url: endpoint()
      .optional()
      .meta({ description: "Where tokens are fetched; default: the platform's own endpoint" }),
    client_id: z.string().min(1),
    client_secret: secret(),
    scope: z.string().min(1).optional().meta({ description: 'Scopes, divided by spaces' }),
  });

interface Ways {
  readonly basic: ReturnType<typeof basic>;
  readonly bearer: ReturnType<typeof bearer>;
  readonly oauth2: ReturnType<typeof oauth2>;
}

export type AuthKind = keyof Ways;

/** What an `auth` member holds: of every kind that core knows, or of the given ones. */
export type Auth<Kind extends AuthKind = AuthKind> = z.output<Ways[Kind]>;

const ways: { readonly [Kind in AuthKind]: () => Ways[Kind] } = { basic, bearer, oauth2 };

/**
 * The `auth` member of an integration. A plugin names the kinds that its platform takes, so that one which core learns
 * later is refused by its schema until the plugin can do it.
 */
export function authMember<Kind extends AuthKind>([first, ...others]: readonly [Kind, ...Kind[]]) {
  const way = (kind: Kind): Ways[Kind] => ways[kind]();
  return z.discriminatedUnion('type', [way(first), ...others.map(way)]).optional();
}
