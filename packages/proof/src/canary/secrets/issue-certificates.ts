import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import type { Planted } from './planted.ts';

export interface Certificates {
  /** Of a server that asks its clients for theirs. */
  readonly server: { readonly key: string; readonly cert: string; readonly ca: string; readonly requestCert: true };
  /** As `tls` of a config names them. */
  readonly files: Readonly<Record<'ca' | 'cert' | 'key', string>>;
  /** The client's key. */
  readonly secret: Planted;
}

/** A CA, a server for 127.0.0.1 and a client. */
export async function issueCertificates(folder: string): Promise<Certificates> {
  const ca = await issue('Canary CA');
  const server = await issue('canary platform', ca);
  const client = await issue('canary client', ca);
  const files = { ca: join(folder, 'ca.pem'), cert: join(folder, 'client.pem'), key: join(folder, 'client.key') };
  await Promise.all([
    writeFile(files.ca, ca.cert),
    writeFile(files.cert, client.cert),
    writeFile(files.key, client.key),
  ]);
  return {
    server: { ...server, ca: ca.cert, requestCert: true },
    files,
    secret: { name: 'tls.key of the client certificate', text: client.key },
  };
}

interface Pair {
  readonly key: string;
  readonly cert: string;
}

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
