import { z } from 'zod';
import { secret } from '../secrets/secret.ts';
import { described } from './described.ts';
import { type GrantKind, oauth2Member } from './oauth2-member.ts';

const basic = () =>
  z.strictObject({
    type: z.literal('basic'),
    username: described(z.string().min(1), 'The user'),
    password: described(secret(), 'The password of that user'),
  });
const bearer = () => z.strictObject({ type: z.literal('bearer'), token: described(secret(), 'The token') });
const apiKey = (defaultHeader: string | undefined) =>
  z.strictObject({
    type: z.literal('api_key'),
    header: (defaultHeader === undefined ? headerName : headerName.default(defaultHeader)).meta({
      description: 'The header that carries the key',
    }),
    key: secret().meta({ description: 'The API key' }),
  });
const certificate = () =>
  z
    .strictObject({ type: z.literal('certificate') })
    .meta({ description: 'The client certificate of tls.cert and tls.key signs in, and no header does' });

/** A token of RFC 9110, 5.6.2. */
const headerName = z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, {
  error: ({ input }) => `found ${JSON.stringify(input)}; accepted is the name of a header such as x-api-key`,
});

interface Ways<Grant extends GrantKind> {
  readonly basic: ReturnType<typeof basic>;
  readonly bearer: ReturnType<typeof bearer>;
  readonly oauth2: ReturnType<typeof oauth2Member<Grant>>;
  readonly api_key: ReturnType<typeof apiKey>;
  readonly certificate: ReturnType<typeof certificate>;
}

export type AuthKind = keyof Ways<GrantKind>;

/** What an `auth` member holds: of every kind and grant that core knows, or of the given ones. */
export type Auth<Kind extends AuthKind = AuthKind, Grant extends GrantKind = GrantKind> = z.output<Ways<Grant>[Kind]>;

export interface AuthOptions<Grant extends GrantKind> {
  /** Those that the platform's token endpoint knows. @default client_credentials alone */
  readonly grants?: readonly [Grant, ...Grant[]];
  /** Where the platform looks for an API key. @default none: the config has to say it */
  readonly apiKeyHeader?: string;
}

/**
 * The `auth` member of an integration. A plugin names the kinds and grants that its platform takes, so that one which core
 * learns later is refused by its schema until the plugin can do it.
 */
export function authMember<Kind extends AuthKind, Grant extends GrantKind = 'client_credentials'>(
  [first, ...others]: readonly [Kind, ...Kind[]],
  { grants, apiKeyHeader }: AuthOptions<Grant> = {},
) {
  const ways: { readonly [Each in AuthKind]: () => Ways<Grant>[Each] } = {
    ...{ basic, bearer, certificate },
    oauth2: () => oauth2Member(grants ?? defaultGrants<Grant>()),
    api_key: () => apiKey(apiKeyHeader),
  };
  const way = (kind: Kind): Ways<Grant>[Kind] => ways[kind]();
  return described(z.discriminatedUnion('type', [way(first), ...others.map(way)]), 'How it signs in').optional();
}

/** `Grant` is the default of `authMember` where no grants are given: the compiler cannot know. */
const defaultGrants = <Grant extends GrantKind>() =>
  ['client_credentials'] as const satisfies readonly GrantKind[] as unknown as readonly [Grant];
