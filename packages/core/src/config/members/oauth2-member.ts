import { z } from 'zod';
import { secret } from '../secrets/secret.ts';
import { durationOr } from './duration.ts';
import { endpoint } from './endpoint.ts';

const text = (description: string) => z.string().min(1).meta({ description });
const secretOf = (description: string) => secret().meta({ description });

/** What all grants have. */
const client = () => ({
  type: z.literal('oauth2'),
  token_url: endpoint()
    .optional()
    .meta({ description: "Where tokens are fetched; default: the platform's own endpoint" }),
  client_id: text('Of the client that is registered on the platform'),
  scope: text('Scopes, divided by spaces').optional(),
});
const clientSecret = { client_secret: secretOf('The secret of that client') };

const clientCredentials = () =>
  z.strictObject({ ...client(), ...clientSecret, grant: z.literal('client_credentials') });
const password = () =>
  z.strictObject({
    ...client(),
    ...clientSecret,
    grant: z.literal('password'),
    username: text('Whom the token acts for'),
    password: secretOf('The password of that user'),
  });
const refreshToken = () =>
  z.strictObject({
    ...client(),
    ...clientSecret,
    grant: z.literal('refresh_token'),
    refresh_token: secretOf('From a sign-in elsewhere. A newer one in an answer is kept in memory only'),
  });
const jwtBearer = () =>
  z.strictObject({
    ...client(),
    // The signature tells who asks: a public client has no secret.
    client_secret: secretOf('Where the platform asks for one beside the signature').optional(),
    grant: z.literal('jwt_bearer'),
    private_key: secretOf('RSA, as PEM; it signs with RS256'),
    key_id: text('The kid in the header of the assertion; default: none').optional(),
    subject: text('Whom the token acts for, such as a user name or an e-mail'),
    issuer: text('Who signs the assertion; default: client_id').optional(),
    audience: text('Whom it is for; default: client_id').optional(),
    lifetime: durationOr('5m', 'Of an assertion, each of which is used once', 1),
  });

interface Grants {
  readonly client_credentials: ReturnType<typeof clientCredentials>;
  readonly password: ReturnType<typeof password>;
  readonly refresh_token: ReturnType<typeof refreshToken>;
  readonly jwt_bearer: ReturnType<typeof jwtBearer>;
}

export type GrantKind = keyof Grants;

const grants: { readonly [Kind in GrantKind]: () => Grants[Kind] } = {
  client_credentials: clientCredentials,
  password,
  refresh_token: refreshToken,
  jwt_bearer: jwtBearer,
};

/** `auth` by OAuth 2.0, with the given grants. */
export function oauth2Member<Kind extends GrantKind>([first, ...others]: readonly [Kind, ...Kind[]]) {
  const grant = (kind: Kind): Grants[Kind] => grants[kind]();
  return z.discriminatedUnion('grant', [grant(first), ...others.map(grant)]);
}
