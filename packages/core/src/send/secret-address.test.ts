import { expect, it } from 'vitest';
import { answerJson, localServer } from '../__tests__/local-server.ts';
import { integration } from '../__tests__/samples.ts';
import type { AuthStrategy } from '../contracts.ts';
import { createHttp } from './create-http.ts';
import { noAuth } from './no-auth.ts';
import { systemClock } from './system-clock.ts';

const path = 'T0/B0/s3cr3t-t0k3n';
const auth: AuthStrategy = { ...noAuth, path: async () => path, secrets: async () => ['signing-key'] };

async function posted(answer: Parameters<typeof localServer>[0], under = '/services', signedIn = auth) {
  await using server = await localServer(answer);
  const config = { baseURL: `${server.url}${under}`, auth: signedIn, errorMessage: (body: unknown) => String(body) };
  const http = createHttp(config, integration.transport, systemClock);
  const outcome = await http.post('', { a: 1 }).catch((error: Error) => error);
  return { outcome, url: server.received[0]?.path };
}

it.each([
  ['/services', `/services/${path}`],
  ['/services/?wait=true', `/services/${path}?wait=true`],
])('ends the path of %s, whose query stays', async (under, url) => {
  expect((await posted(answerJson(200, {}), under)).url).toBe(url);
});

it.each([400, 500])('is in no error of an answer of %i that quotes it, nor is the key of a signature', async status => {
  const { outcome } = await posted(answerJson(status, `POST /services/${path} by signing-key`));
  expect(String(outcome)).toContain('POST /services/[secret] by [secret]');
});

it.each([
  ['the last part alone', 'unknown token s3cr3t-t0k3n', path],
  ['the value of its query', 'bad sig s1gn4ture', 'hook?sig=s1gn4ture'],
  ['the form in which it was sent', 'no s3cr3t%20t0k3n', 'hook/s3cr3t t0k3n'],
])('is in no error that quotes %s', async (_, quoted, given) => {
  const { outcome } = await posted(answerJson(400, quoted), '/services', { ...auth, path: async () => given });
  expect(String(outcome)).toMatch(/\[secret\]$/);
});

it('is in no error of a redirect that names it', async () => {
  const { outcome } = await posted(response => {
    response.writeHead(302, { location: `https://elsewhere.example/services/${path}` }).end();
  });
  expect(String(outcome)).toContain('https://elsewhere.example/services/[secret]');
});

it('is in no error of a connection that broke', async () => {
  const { outcome } = await posted(response => void response.destroy());
  expect(outcome).toMatchObject({ kind: 'outcome-unknown', message: expect.not.stringContaining('s3cr3t') });
});

it('cannot lead to another host', async () => {
  await using server = await localServer(answerJson(200, {}));
  const away = { ...auth, path: async () => 'https://elsewhere.example/hook' };
  const config = { baseURL: server.url, auth: away, errorMessage: () => undefined };
  await createHttp(config, integration.transport, systemClock).post('', {});
  expect(server.received[0]?.path).toBe('/https://elsewhere.example/hook');
});
