import { createServer, type ServerResponse } from 'node:http';
import type { Itsm } from '@itsm-bridge/core';
import { collectDefaultMetrics } from 'prom-client';

export interface Listening extends AsyncDisposable {
  /** The one that was asked for; a free one where that was 0. */
  readonly port: number;
}

/**
 * What watches a worker: `/metrics` for Prometheus; `/healthz`, which says that the process lives; `/readyz`, which says
 * whether its ledger answers. Without sign-in: it tells
 * numbers and no texts, and listens on loopback unless it is told otherwise.
 */
export async function listen(itsm: Itsm, port: number, host = '127.0.0.1'): Promise<Listening> {
  // Memory, CPU and event loop of the process, under prom-client's usual names.
  collectDefaultMetrics({ register: itsm.metrics });
  const server = createServer(async ({ url, method }, response) => {
    const path = url?.split('?')[0];
    if (method !== 'GET' && method !== 'HEAD') return answer(response, 405, 'GET only');
    if (path === '/healthz') return answer(response, 200, 'ok');
    if (path === '/readyz') return itsm.lanes().then(...ready(response));
    if (path !== '/metrics') return answer(response, 404, 'There are /metrics, /healthz and /readyz.');
    const { metrics } = itsm;
    answer(response, 200, await metrics.metrics(), metrics.contentType);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async [Symbol.asyncDispose]() {
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const ready = (response: ServerResponse) =>
  [
    () => answer(response, 200, 'ok'),
    (error: unknown) => answer(response, 503, error instanceof Error ? error.message : String(error)),
  ] as const;

function answer(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(`${text.trimEnd()}\n`);
}
