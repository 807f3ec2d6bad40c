import { systemClock } from '@itsm-bridge/core';
import { Hono } from 'hono';
import { createAccess } from './access/create-access.ts';
import { guardedApp } from './access/guarded-app.ts';
import { parseAccess } from './access/parse-access.ts';
import { stillIn } from './access/still-in.ts';
import type { AccessEnv } from './access/visitor.ts';
import { apiRoutes } from './api/api-routes.ts';
import type { AppOptions } from './app-options.ts';
import { consoleLook } from './console/console-look.ts';
import { consoleRoutes } from './console/console-routes.ts';
import { missingPage } from './console/missing-page.ts';
import { eventRoutes } from './events/event-routes.ts';
import { faultLog } from './fault-log.ts';
import { healthRoutes } from './health/health-routes.ts';

/**
 * All of the server: console, events, API, metrics and health, behind one access. What `itsm serve` listens with, and what
 * a host mounts by `nodeHandler`.
 *
 * @throws ItsmError kind `config`: a token or the key is too short, or a token there twice; `base` is no path.
 */
export async function createApp(options: AppOptions): Promise<Hono<AccessEnv>> {
  const { itsm, access: given = parseAccess({}), base = '', clock = systemClock, onProblem = faultLog() } = options;
  const { viewOnly = false, user, signal, maxClients } = options;
  const { environment } = itsm;
  const look = consoleLook({ base, environment });
  const access = await createAccess({
    ...{ options: given, record: entry => itsm.record(entry), page: look.page, base, clock, viewOnly },
    ...(user === undefined ? {} : { user }),
  });
  const mayStay = stillIn(access);
  const events = {
    itsm,
    clock,
    mayStay,
    ...(signal ? { signal } : {}),
    ...(maxClients === undefined ? {} : { maxClients }),
  };
  const pages = {
    ...{ desk: itsm, look, report: onProblem, now: () => clock.now() },
    newestEvent: () => itsm.eventLog.lastId(),
  };
  const app = guardedApp(access, {
    open: [healthRoutes(itsm, { onProblem })],
    assets: [look.assets],
    inside: [
      new Hono<AccessEnv>().route('/', eventRoutes(events)),
      apiRoutes({ desk: itsm, base, onProblem }),
      consoleRoutes(pages),
    ],
  });
  const missing = missingPage(pages);
  // Outside of `base` nobody has asked who visits.
  app.notFound(c => (c.get('visitor') ? missing(c) : c.text('There is no such page.\n', 404)));
  app.onError((error, c) => {
    onProblem(error);
    return c.text('Something went wrong here. The log has the details.\n', 500);
  });
  return app;
}
