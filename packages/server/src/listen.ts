import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { nodeHandler, type Served } from './node-handler.ts';

export interface Listening extends AsyncDisposable {
  /** The one that was asked for; a free one where that was 0. */
  readonly port: number;
  /** As `await using` does from Node 24 on. */
  close(): Promise<void>;
}

/**
 * Serves the app over HTTP. Disposing ends open connections, streams of events among them: what is being answered has
 * `graceMs` to end by itself. Rejects where the port is taken.
 */
export async function listen(app: Served, port: number, host = '127.0.0.1', graceMs = 0): Promise<Listening> {
  const server = createServer(nodeHandler(app));
  const answering = new Set<ServerResponse>();
  server.on('request', (_, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const close = async (): Promise<void> => {
    const closed = new Promise(resolve => server.close(resolve));
    const answered = Promise.all(
      [...answering].map(response => new Promise(resolve => response.once('close', resolve))),
    );
    await Promise.race([answered, setTimeout(graceMs, undefined, { ref: false })]);
    server.closeAllConnections();
    await closed;
  };
  return { port: (server.address() as AddressInfo).port, close, [Symbol.asyncDispose]: close };
}
