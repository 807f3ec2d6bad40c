import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceNowOptions } from '@itsm-bridge/testkit';
import { generate } from 'selfsigned';

interface Pair {
  readonly key: string;
  readonly cert: string;
}

/** An instance's certificate, and files as `tls` names them: the CA, a client that it knows, and a stranger of that name. */
export interface Certificates extends AsyncDisposable {
  readonly https: NonNullable<ServiceNowOptions['https']>;
  readonly known: Readonly<Record<'ca' | 'cert' | 'key', string>>;
  readonly stranger: Readonly<Record<'ca' | 'cert' | 'key', string>>;
}

export async function openCertificates(): Promise<Certificates> {
  const directory = await mkdtemp(join(tmpdir(), 'itsm-bridge-'));
  const ca = await issue('Test CA');
  const file = async (name: string, text: string) => {
    const path = join(directory, name);
    await writeFile(path, text);
    return path;
  };
  const files = async (name: string, { key, cert }: Pair) => ({
    ca: await file('ca.pem', ca.cert),
    cert: await file(`${name}.pem`, cert),
    key: await file(`${name}.key`, key),
  });
  return {
    https: { ...(await issue('instance', ca)), ca: ca.cert },
    known: await files('known', await issue('itsm-bridge', ca)),
    stranger: await files('stranger', await issue('itsm-bridge', await issue('Other CA'))),
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true }),
  };
}

/** For 127.0.0.1; without a CA it is one. */
async function issue(name: string, ca?: Pair): Promise<Pair> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: ca === undefined },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
    ...(ca ? { ca } : {}),
  });
  return { key: made.private, cert: made.cert };
}
