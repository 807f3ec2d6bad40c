import { expect, it } from 'vitest';
import { answerJson, localServer } from '../__tests__/local-server.ts';
import { integration } from '../__tests__/samples.ts';
import type { AuthStrategy, RequestToSign } from '../contracts.ts';
import { createHttp } from './create-http.ts';
import { describeJson } from './describe-json.ts';
import { noAuth } from './no-auth.ts';
import { systemClock } from './system-clock.ts';

const headers = { Accept: 'application/vnd.vendor+json', 'X-Api-Version': '7' };

async function sent(more: Readonly<Record<string, string>>, auth: AuthStrategy = noAuth) {
  await using server = await localServer(answerJson(200, {}));
  const config = { baseURL: server.url, auth, headers, errorMessage: () => undefined };
  await createHttp(config, integration.transport, systemClock).post('/tickets', { a: 1 }, { headers: more });
  return server.received[0]?.headers;
}

it('go with every request, in place of the usual Accept', async () => {
  expect(await sent({})).toMatchObject({ accept: 'application/vnd.vendor+json', 'x-api-version': '7' });
});

it('give way to those of one request', async () => {
  expect(await sent({ 'X-Api-Version': '8' })).toMatchObject({ 'x-api-version': '8' });
});

it('are among what a signature is made of', async () => {
  const seen: RequestToSign[] = [];
  const headersOf: AuthStrategy['headers'] = async request => {
    seen.push(request);
    return {};
  };
  await sent({}, { ...noAuth, headers: headersOf });
  expect(seen[0]?.headers).toMatchObject({ 'x-api-version': '7' });
});

it('are shown in the preview of a request, the sign-in still masked', () => {
  const masked = { Authorization: 'Bearer [secret]' };
  expect(describeJson('POST', 'https://x.example/tickets', {}, { masked }, headers).headers).toEqual({
    ...{ Accept: 'application/vnd.vendor+json', 'X-Api-Version': '7' },
    ...{ 'Content-Type': 'application/json', Authorization: 'Bearer [secret]' },
  });
});
