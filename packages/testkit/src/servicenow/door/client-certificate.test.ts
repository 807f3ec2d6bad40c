import https from 'node:https';
import { text } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import { beforeAll, describe, expect, it } from 'vitest';
import { basic } from '../../simulator/__fixtures__/ask.ts';
import type { HttpsOptions } from '../../simulator/https-options.ts';
import { startServiceNow } from '../start-servicenow.ts';

interface Pair {
  readonly key: string;
  readonly cert: string;
}

const named = (value: string) => [{ name: 'commonName', value }];

async function certificate(name: string, ca?: Pair): Promise<Pair> {
  const altNames = [{ type: 7, ip: '127.0.0.1' } as const];
  const made = await generate(named(name), {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: ca === undefined },
      { name: 'subjectAltName', altNames },
    ],
    ...(ca ? { ca } : {}),
  });
  return { key: made.private, cert: made.cert };
}

let ca: Pair;
let server: HttpsOptions;
beforeAll(async () => {
  ca = await certificate('Test CA');
  server = { ...(await certificate('instance', ca)), ca: ca.cert };
});

/** Creates an incident, with the CA trusted, and gives the status. */
async function create(url: string, options: https.RequestOptions): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const sent = https.request(`${url}/api/now/table/incident`, {
    method: 'POST',
    ca: ca.cert,
    agent: false,
    ...options,
  });
  sent.once('error', reject);
  sent.once('response', answer => text(answer).then(() => resolve(answer.statusCode), reject));
  sent.end('{}');
  return promise;
}

describe('a client certificate', () => {
  it('signs in as the integration user where the CA of the instance signed it', async () => {
    await using servicenow = await startServiceNow({ https: server });
    expect(servicenow.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await create(servicenow.url, await certificate('itsm-bridge', ca))).toBe(201);
    expect(servicenow.incidents()[0]?.sys_created_by).toBe('integration_user');
    expect(servicenow.requests[0]).toMatchObject({ certified: 'itsm-bridge' });
    expect(servicenow.sessionsMade()).toBe(0);
  });

  it('opens nothing where nobody or somebody else signed it, or there is none', async () => {
    await using servicenow = await startServiceNow({ https: server });
    const stranger = await certificate('Other CA');
    expect(await create(servicenow.url, stranger)).toBe(401);
    expect(await create(servicenow.url, await certificate('itsm-bridge', stranger))).toBe(401);
    expect(await create(servicenow.url, {})).toBe(401);
    expect(servicenow.incidents()).toEqual([]);
  });

  it('is not needed for a password, and does not make a wrong one right', async () => {
    await using servicenow = await startServiceNow({ https: server });
    const good = await certificate('itsm-bridge', ca);
    expect(await create(servicenow.url, { headers: { authorization: basic('integration_user', 'sandbox') } })).toBe(
      201,
    );
    expect(await create(servicenow.url, { ...good, headers: { authorization: basic('x', 'y') } })).toBe(401);
  });

  it('is shown to an instance that the client trusts', async () => {
    await using servicenow = await startServiceNow({ https: server });
    const other = await certificate('Other CA');
    await expect(create(servicenow.url, { ca: other.cert })).rejects.toThrow(/self-signed|unable to/);
  });
});
