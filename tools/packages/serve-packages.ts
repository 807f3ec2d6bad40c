import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Packed } from './packed.ts';

export interface Registry extends AsyncDisposable {
  /** The line of an `.npmrc` that has npm take our scope from here, and everything else from where it always does. */
  readonly npmrc: string;
}

/** A registry that knows the packed packages: whoever installs from it types what the READMEs say. */
export async function servePackages(packages: readonly Packed[]): Promise<Registry> {
  const server = createServer(({ url: path = '', headers: { host } }, response) => {
    const wanted = decodeURIComponent(path.slice(1));
    const packed = packages.find(({ name }) => wanted === name || wanted === `${name}.tgz`);
    if (!packed) return void response.writeHead(404).end('{}');
    if (wanted.endsWith('.tgz')) return void response.end(packed.bytes);
    const { name, version, manifest, bytes } = packed;
    const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    const dist = { tarball: `http://${host}/${name}.tgz`, integrity };
    const versions = { [version]: { ...manifest, dist } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    npmrc: `@itsm-bridge:registry=http://127.0.0.1:${port}/\nnoproxy=127.0.0.1\naudit=false\nfund=false\n`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
