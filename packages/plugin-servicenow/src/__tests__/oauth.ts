import { generateKeyPairSync } from 'node:crypto';
import type { ServiceNowSimulator } from '@itsm-bridge/testkit';
import { bare } from './desk.ts';

const rsa = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const { publicKey, privateKey } = rsa();

/** The one client that the instance knows. */
export const oauth = { clientId: 'rca', clientSecret: 'correct horse', publicKey };

/** The config without its user and password. */
export const unsigned = { ...bare, username: undefined, password: undefined };

/** Members that sign in by a grant; members given replace those of `auth`. */
export const signedBy = (grant: Readonly<Record<string, string>>) => ({
  ...unsigned,
  auth: { type: 'oauth2', client_id: oauth.clientId, client_secret: oauth.clientSecret, ...grant },
});
export const clientCredentials = { grant: 'client_credentials' };
export const password = { grant: 'password', username: 'integration_user', password: 'sandbox' };
export const assertion = { grant: 'jwt_bearer', subject: 'integration_user', private_key: privateKey };
export const strangersKey = rsa().privateKey;

/** What a person gets who signs in to the instance once: the token that the config then holds. */
export async function refreshTokenOf({ url, clearRequests }: ServiceNowSimulator): Promise<string> {
  const { grant: grant_type, ...user } = password;
  const form = { grant_type, ...user, client_id: oauth.clientId, client_secret: oauth.clientSecret };
  const answer = await fetch(`${url}/oauth_token.do`, { method: 'POST', body: new URLSearchParams(form) });
  const { refresh_token } = (await answer.json()) as { readonly refresh_token: string };
  clearRequests();
  return refresh_token;
}
