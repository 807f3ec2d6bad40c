import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import type { Access } from './access.ts';
import { checkHost } from './check-host.ts';
import { checkOrigin } from './check-origin.ts';
import { limitBody } from './limit-body.ts';
import { requireApprover } from './require-approver.ts';
import { requireVisitor } from './require-visitor.ts';
import { securityHeaders } from './security-headers.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { signOutRoute } from './sign-out-route.ts';
import type { AccessEnv } from './visitor.ts';

export interface GuardedRoutes {
  /**
   * For probes: no sign-in, and no look at the Host header, in which a probe has the address of a pod or a balancer's name.
   * What stands here must be worth nothing to a page of somebody else: numbers.
   */
  readonly open?: readonly Hono[];
  /** Without sign-in: what the sign-in page is made of. */
  readonly assets?: readonly Hono[];
  /** For visitors. What is no GET needs an approver. */
  readonly inside: readonly Hono<AccessEnv>[];
}

/** All of a server in the order that makes it safe: what comes later has passed what comes before. */
export function guardedApp(access: Access, { open = [], assets = [], inside }: GuardedRoutes): Hono<AccessEnv> {
  const { base } = access;
  // Hono knows the first page below a path as `/itsm`; people also write `/itsm/`.
  const pathOf = (request: Request): string => {
    const path = getPath(request);
    return path === `${base}/` ? base || path : path;
  };
  const app = new Hono<AccessEnv>({ getPath: pathOf }).basePath(base === '' ? '/' : base);
  app.use(securityHeaders());
  for (const routes of open) app.route('/', routes);
  app.use(checkHost(access), checkOrigin(access));
  app.use(limitBody(access));
  for (const routes of assets) app.route('/', routes);
  app.route('/', signInRoutes(access)).use(requireVisitor(access)).route('/', signOutRoute(access));
  app.use(requireApprover(access));
  for (const routes of inside) app.route('/', routes);
  return app;
}
