import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  clientCredentialsGrantRequest,
  genericTokenEndpointRequest,
  processClientCredentialsResponse,
  processGenericTokenEndpointResponse,
  processRefreshTokenResponse,
  protectedResourceRequest,
  ResponseBodyError,
  refreshTokenGrantRequest,
} from 'oauth4webapi';
import { describe, expect, it } from 'vitest';
import { startServiceNow } from './start-servicenow.ts';

const client = { client_id: 'rca' };
const insecure = { [allowInsecureRequests]: true };
const post = ClientSecretPost('s3cret');

async function open(clientSecret = 's3cret') {
  const instance = await startServiceNow({ oauth: { clientId: 'rca', clientSecret } });
  const server = { issuer: instance.url, token_endpoint: `${instance.url}/oauth_token.do` };
  const create = async (token: string): Promise<string | undefined> => {
    const url = new URL(`${instance.url}/api/now/table/incident`);
    const headers = new Headers({ 'content-type': 'application/json' });
    await protectedResourceRequest(token, 'POST', url, headers, '{}', insecure);
    return instance.incidents()[0]?.sys_created_by;
  };
  return { instance, server, create };
}

describe('a strict OAuth client from npm signs in', () => {
  it.each([
    ['in the form', post],
    ['as HTTP Basic', ClientSecretBasic('s3cret')],
  ])('as the client, whose secret is %s', async (_, auth) => {
    const { instance, server, create } = await open();
    await using _instance = instance;
    const response = await clientCredentialsGrantRequest(server, client, auth, {}, insecure);
    const token = await processClientCredentialsResponse(server, client, response);
    expect(token).toMatchObject({ token_type: 'bearer', expires_in: 1799, scope: 'useraccount' });
    expect(await create(token.access_token)).toBe('integration_user');
  });

  it('by password, and again by the refresh token that it got', async () => {
    const { instance, server, create } = await open();
    await using _instance = instance;
    const person = { username: 'integration_user', password: 'sandbox' };
    const first = await genericTokenEndpointRequest(server, client, post, 'password', person, insecure);
    const { refresh_token: refresh = '' } = await processGenericTokenEndpointResponse(server, client, first);
    const second = await refreshTokenGrantRequest(server, client, post, refresh, insecure);
    const token = await processRefreshTokenResponse(server, client, second);
    expect(token.refresh_token).toBe(refresh);
    expect(await create(token.access_token)).toBe('integration_user');
  });

  it('and is refused in the form that the protocol has for it', async () => {
    const { instance, server } = await open('another');
    await using _instance = instance;
    const response = await clientCredentialsGrantRequest(server, client, post, {}, insecure);
    const refusal = await processClientCredentialsResponse(server, client, response).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ResponseBodyError);
    expect(refusal).toMatchObject({ status: 401, error: 'server_error', error_description: 'access_denied' });
  });
});
