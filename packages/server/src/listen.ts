import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';

export interface Listening extends AsyncDisposable {
  /** The one that was asked for; a free one where that was 0. */
  readonly port: number;
}

/** What an app of Hono is, whatever its handlers find in their context. */
export interface Served {
  fetch(request: Request, bindings: HttpBindings): Response | Promise<Response>;
}

/** Serves the app over HTTP. Disposing ends open connections, streams of events among them. Rejects where the port is taken. */
export async function listen(app: Served, port: number, host = '127.0.0.1'): Promise<Listening> {
  const server = createAdaptorServer({ fetch: (request, bindings) => app.fetch(request, bindings as HttpBindings) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      const closed = new Promise(resolve => server.close(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
