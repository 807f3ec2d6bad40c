import type { Itsm } from '@itsm-bridge/core';
import { Hono } from 'hono';

/**
 * What watches a process: `/metrics` for Prometheus; `/healthz`, which says that the process lives; `/readyz`, which says
 * whether its ledger answers. Numbers and no texts of customers, so that no sign-in is asked for.
 */
export const healthRoutes = (itsm: Pick<Itsm, 'lanes' | 'metrics'>): Hono =>
  new Hono()
    .use(async (context, next) => {
      await next();
      context.header('cache-control', 'no-store');
    })
    .get('/healthz', context => context.text('ok\n'))
    .get('/readyz', context =>
      itsm.lanes().then(
        () => context.text('ok\n'),
        (error: unknown) => context.text(`${error instanceof Error ? error.message : String(error)}\n`, 503),
      ),
    )
    .get('/metrics', async context =>
      context.body(await itsm.metrics.metrics(), 200, { 'content-type': itsm.metrics.contentType }),
    );
