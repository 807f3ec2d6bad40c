import { expect, it } from 'vitest';
import { answerJson, localServer } from '../__tests__/local-server.ts';
import { integration } from '../__tests__/samples.ts';
import { createHttp } from './create-http.ts';
import { noAuth } from './no-auth.ts';
import { systemClock } from './system-clock.ts';

it.each([
  ['proxy', false],
  ['socketPath', '/var/run/other.sock'],
  ['auth', { username: 'me', password: 'other' }],
  ['httpAgent', {}],
  ['decompress', false],
  ['validateStatus', null],
  ['validateStatus', (status: number) => status < 500],
  ['maxRedirects', 5],
  ['responseType', 'arraybuffer'],
  ['responseType', 'stream'],
  ['timeout', Number.NaN],
  ['timeout', -1],
  ['timeoutErrorMessage', 'too slow'],
])('refuses %s for one request: it would not be heeded', async (name, value) => {
  await using server = await localServer(answerJson(200, {}));
  const config = { baseURL: server.url, auth: noAuth, errorMessage: () => undefined };
  const given = createHttp(config, integration.transport, systemClock).post('/x', {}, { [name]: value });
  await expect(given).rejects.toMatchObject({ kind: 'config', message: expect.stringContaining(name) });
  expect(server.received).toEqual([]);
});

it('takes what is so anyway', async () => {
  await using server = await localServer(answerJson(200, { a: 1 }));
  const config = { baseURL: server.url, auth: noAuth, errorMessage: () => undefined };
  const http = createHttp(config, integration.transport, systemClock);
  expect((await http.get('/x', { responseType: 'json', maxRedirects: 0, timeout: 0 })).data).toEqual({ a: 1 });
});

it('refuses a body over the limit of the request, counted in bytes', async () => {
  await using server = await localServer(answerJson(200, {}));
  const config = { baseURL: server.url, auth: noAuth, errorMessage: () => undefined };
  const http = createHttp(config, integration.transport, systemClock);
  await expect(http.post('/x', 'üü', { maxBodyLength: 3 })).rejects.toMatchObject({ kind: 'config' });
  expect((await http.post('/x', 'üü', { maxBodyLength: 4 })).status).toBe(200);
});
