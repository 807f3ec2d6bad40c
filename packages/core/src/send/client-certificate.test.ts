import { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { type Answer, answerJson, localServer } from '../__tests__/local-server.ts';
import { integration } from '../__tests__/samples.ts';
import { selfSignedCertificate } from '../__tests__/self-signed-certificate.ts';
import type { HttpConfig, Transport } from '../contracts.ts';
import { createHttp } from './create-http.ts';
import { signInWith } from './sign-in-with.ts';
import { systemClock } from './system-clock.ts';

const [ours, theirs] = [selfSignedCertificate(), selfSignedCertificate()];

/** Tells whose certificate it was shown, and lets nobody in without that of the integration. */
const openServer = () => {
  const whose: Answer = (answer, request) => {
    const { fingerprint256 } = (answer.socket as TLSSocket).getPeerX509Certificate() ?? {};
    answerJson(200, { fingerprint256 })(answer, request);
  };
  return localServer(whose, { ...theirs, requestCert: true, ca: ours.cert });
};

function open(baseURL: string, tls: Transport['tls']) {
  const create = (config: HttpConfig) => createHttp(config, { ...integration.transport, tls }, systemClock);
  const auth = signInWith({ auth: { type: 'certificate' } }, { createHttp: create, clock: fakeClock() });
  return { auth, http: create({ baseURL, auth, errorMessage: () => undefined }) };
}

it('signs in by the client certificate alone, without a header', async () => {
  await using server = await openServer();
  const { auth, http } = open(server.url, { ca: theirs.cert, ...ours });
  const { data } = await http.post('/x', {});
  expect(data).toEqual({ fingerprint256: new X509Certificate(ours.cert).fingerprint256 });
  expect(server.received[0]?.headers.authorization).toBeUndefined();
  expect(auth.masked).toEqual({});
});

it.each([
  ['without one', {}],
  ['with that of a stranger', selfSignedCertificate()],
])('%s is shut out during the handshake: unavailable, with nothing sent', async (_, shown) => {
  await using server = await openServer();
  const { http } = open(server.url, { ca: theirs.cert, ...shown });
  await expect(http.get('/x')).rejects.toMatchObject({ kind: 'unavailable' });
  expect(server.received).toEqual([]);
});
