import type { Itsm } from '@itsm-bridge/core';
import { Hono } from 'hono';
import { healthRoutes } from './health-routes.ts';

/** A worker has these pages and no other. */
export const healthApp = (itsm: Pick<Itsm, 'lanes' | 'metrics'>): Hono =>
  new Hono()
    .use(async ({ req, text }, next) => {
      if (req.method !== 'GET' && req.method !== 'HEAD') return text('GET only\n', 405, { allow: 'GET, HEAD' });
      return next();
    })
    .route('/', healthRoutes(itsm))
    .notFound(({ text }) => text('There are /metrics, /healthz and /readyz.\n', 404));
