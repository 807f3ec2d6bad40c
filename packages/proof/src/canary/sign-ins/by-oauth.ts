import { generateKeyPairSync } from 'node:crypto';
import { planted } from '../secrets/planted.ts';
import { createSignIn, type More } from './create-sign-in.ts';
import type { PluginName, SignIn } from './sign-in.ts';

/** Of each grant: the secrets that it has beside the client's, and the rest of its members. */
const grants = {
  client_credentials: { secrets: [], rest: {} },
  password: { secrets: ['password'], rest: { username: 'integration' } },
  refresh_token: { secrets: ['refresh_token'], rest: {} },
  jwt_bearer: { secrets: ['private_key'], rest: { subject: 'integration' } },
} as const;

export const tokenPath = '/token';

/** OAuth 2.0 at a token endpoint of the same host. */
export function byOAuth(
  plugin: PluginName,
  grant: keyof typeof grants,
  { members, ...more }: More,
  name = `oauth2 ${grant}`,
): SignIn {
  const { secrets, rest } = grants[grant];
  const at = (member: string) => `auth[oauth2 ${grant}].${member}`;
  const names = ['client_secret', ...secrets];
  const signIn = createSignIn(plugin, name, {
    shapes: Object.fromEntries(names.map(member => [at(member), 'password'])),
    members: (endpoint, refer) => ({
      ...{ endpoint, ...members },
      auth: {
        ...{ type: 'oauth2', grant, token_url: `${endpoint}${tokenPath}`, client_id: 'canary', ...rest },
        ...Object.fromEntries(names.map(member => [member, refer(at(member))])),
      },
    }),
    ...more,
  });
  const token = (kind: string) => planted(`${plugin} ${name}: minted ${kind}`, 'header');
  const minted = { access_token: token('access_token'), refresh_token: token('refresh_token') };
  if (grant !== 'jwt_bearer') return { ...signIn, minted };
  const key = { name: `${plugin} ${name}: ${at('private_key')}`, text: rsaKey() };
  return { ...signIn, minted, secrets: { ...signIn.secrets, [at('private_key')]: key } };
}

const rsaKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey.trimEnd();
