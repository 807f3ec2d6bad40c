import { z } from 'zod';
import { secret } from '../secrets/secret.ts';

const basic = () => z.strictObject({ type: z.literal('basic'), username: z.string().min(1), password: secret() });
const bearer = () => z.strictObject({ type: z.literal('bearer'), token: secret() });

interface Ways {
  readonly basic: ReturnType<typeof basic>;
  readonly bearer: ReturnType<typeof bearer>;
}

export type AuthKind = keyof Ways;

/** What an `auth` member holds: of every kind that core knows, or of the given ones. */
export type Auth<Kind extends AuthKind = AuthKind> = z.output<Ways[Kind]>;

const ways: { readonly [Kind in AuthKind]: () => Ways[Kind] } = { basic, bearer };

/**
 * The `auth` member of an integration. A plugin names the kinds that its platform takes, so that one which core learns
 * later is refused by its schema until the plugin can do it.
 */
export function authMember<Kind extends AuthKind>([first, ...others]: readonly [Kind, ...Kind[]]) {
  const way = (kind: Kind): Ways[Kind] => ways[kind]();
  return z.discriminatedUnion('type', [way(first), ...others.map(way)]).optional();
}
