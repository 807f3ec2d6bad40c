import { generateKeyPairSync } from 'node:crypto';
import tls from 'node:tls';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerJson, localServer } from '../../__tests__/local-server.ts';
import { integration } from '../../__tests__/samples.ts';
import { selfSignedCertificate } from '../../__tests__/self-signed-certificate.ts';
import type { Transport } from '../../contracts.ts';
import { createHttp } from '../create-http.ts';
import { noAuth } from '../no-auth.ts';
import { systemClock } from '../system-clock.ts';

afterEach(() => void vi.restoreAllMocks());

const certificate = selfSignedCertificate();
const other = selfSignedCertificate();
const { cert, key } = other;
const broken = '-----BEGIN CERTIFICATE-----\nMIIBxx\n-----END CERTIFICATE-----\n';
const locked = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hush' })
  .toString();
const ofAnotherKind = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const httpTo = (baseURL: string, files: Transport['tls']) =>
  createHttp(
    { baseURL, auth: noAuth, errorMessage: () => undefined },
    { ...integration.transport, tls: files },
    systemClock,
  );

it('is made once for all connections, since reading a CA takes longer than a request', async () => {
  await using server = await localServer(answerJson(200, {}, { Connection: 'close' }), certificate);
  const http = httpTo(server.url, { ca: certificate.cert });
  await http.post('/x', {});
  const made = vi.spyOn(tls, 'createSecureContext');
  for (let count = 0; count < 3; count++) await http.post('/x', {});
  expect(server.received).toHaveLength(4);
  expect(made).not.toHaveBeenCalled();
});

describe('a file of tls', () => {
  it.each([
    ['a CA that is another text', { ca: 'a text' }, 'tls.ca cannot be used (no certificate in it)'],
    ['a CA that is empty', { ca: '' }, 'tls.ca cannot be used (no certificate in it)'],
    ['a bundle with a broken CA', { ca: certificate.cert + broken }, 'tls.ca cannot be used (bad base64 decode)'],
    ['a certificate that is a key', { cert: key, key }, 'tls.cert cannot be used (no certificate in it)'],
    ['a key that is a certificate', { cert, key: cert }, 'tls.key cannot be used (unsupported)'],
    ['a key with a passphrase', { cert, key: locked }, 'without a passphrase'],
    ['a key of another certificate', { cert, key: certificate.key }, 'tls.cert with tls.key cannot be used'],
    [
      'a key of another kind than its certificate',
      { cert, key: ofAnotherKind },
      'tls.key cannot be used (key values mismatch)',
    ],
  ])('that cannot be used (%s) is told by its member, and nothing is sent', async (_, files, message) => {
    await using server = await localServer(answerJson(200, {}), certificate);
    const given = httpTo(server.url, { ca: certificate.cert, ...files }).post('/x', {});
    await expect(given).rejects.toMatchObject({ kind: 'config', message: expect.stringContaining(message) });
    expect(server.received).toEqual([]);
  });

  it.each([
    ['of several certificates', certificate.cert + other.cert],
    ['with a text before each', `of the company\n${certificate.cert}and another:\n${other.cert}`],
    ['with a key beside its certificate', certificate.key + certificate.cert],
  ])('may be a CA %s', async (_, ca) => {
    await using server = await localServer(answerJson(200, {}), certificate);
    expect((await httpTo(server.url, { ca }).post('/x', {})).status).toBe(200);
  });
});
