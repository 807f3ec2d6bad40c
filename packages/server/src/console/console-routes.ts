import { ItsmError } from '@itsm-bridge/core';
import { Hono } from 'hono';
import type { AccessEnv } from '../access/visitor.ts';
import { faultLog } from '../fault-log.ts';
import { at, type View } from '../page/view.ts';
import type { ConsoleOptions } from './console-options.ts';
import { type Ask, type Pages, pagesOf } from './pages-of.ts';
import { actionRoutes } from './routes/action-routes.ts';
import { deliveryRoutes } from './routes/delivery-routes.ts';
import { healthPageRoutes } from './routes/health-page-routes.ts';
import { reviewRoutes } from './routes/review-routes.ts';

/**
 * The pages for people: deliveries, review, health, audit. What `guardedApp` is for comes
 * before them: who visits (`visitor`), which token forms carry (`csrf`), and what a browser may do with a page. A `GET`
 * changes nothing.
 */
export function consoleRoutes(options: ConsoleOptions): Hono<AccessEnv> {
  const pages = pagesOf(options);
  const { desk, report = faultLog() } = options;
  return new Hono<AccessEnv>()
    .onError((error, ask) => problemOf(error, ask, pages, report))
    .route('/', deliveryRoutes(desk, pages))
    .route('/', actionRoutes(desk, pages))
    .route('/', reviewRoutes(desk, pages))
    .route('/', healthPageRoutes(desk, pages));
}

function problemOf(error: unknown, ask: Ask, pages: Pages, report: (error: unknown) => void): Promise<Response> {
  if (ItsmError.is(error) && error.kind === 'input')
    return pages.problem(ask, { status: 404, title: 'Not found', message: error.message });
  report(error);
  if (ItsmError.is(error) && error.kind === 'ledger') {
    const message = `${error.message} Deliveries go on as soon as it is back; this page works again then.`;
    return pages.problem(ask, {
      status: 503,
      title: 'The ledger is away',
      message,
      back: backFrom(ask, pages.view(ask)),
    });
  }
  const message = 'Something went wrong here. What was done is on record, and the log has the details.';
  return pages.problem(ask, { status: 500, title: 'That did not work', message });
}

/** To the same page; but what was chosen for a decision is not in its address. */
const backFrom = (ask: Ask, view: View): string =>
  ask.req.method === 'POST' && view.here.startsWith(at(view, '/review/')) ? at(view, '/review') : view.here;
