import type { Itsm } from '@itsm-bridge/core';
import { Hono, type MiddlewareHandler } from 'hono';

export interface HealthOptions {
  /**
   * Told why the ledger is away. With it `/readyz` does not say so: who asks nobody to sign in tells nobody the names of
   * its servers. @default the answer says why
   */
  readonly onProblem?: (error: unknown) => void;
}

/**
 * What watches a process: `/metrics` for Prometheus; `/healthz`, which says that the process lives; `/readyz`, which says
 * whether its ledger answers. Numbers and no texts of customers, so that no sign-in is asked for.
 */
export const healthRoutes = (itsm: Pick<Itsm, 'lanes' | 'metrics'>, { onProblem }: HealthOptions = {}): Hono =>
  new Hono()
    .get('/healthz', uncached, context => context.text('ok\n'))
    .get('/readyz', uncached, context =>
      itsm.lanes().then(
        () => context.text('ok\n'),
        (error: unknown) => {
          onProblem?.(error);
          const words = onProblem ? 'The ledger does not answer; the log says why.' : wordsOf(error);
          return context.text(`${words}\n`, 503);
        },
      ),
    )
    .get('/metrics', uncached, async context =>
      context.body(await itsm.metrics.metrics(), 200, { 'content-type': itsm.metrics.contentType }),
    );

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Of each route and not of all: what an app has beside these keeps its own headers. */
const uncached: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('cache-control', 'no-store');
};
