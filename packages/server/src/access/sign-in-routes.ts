import { isLoopbackHost } from '@itsm-bridge/core';
import { type Context, Hono } from 'hono';
import type { Access } from './access.ts';
import { clientAddress } from './client-address.ts';
import { hostPort } from './host-port.ts';
import { refuse } from './refuse.ts';
import { safeTarget } from './safe-target.ts';
import { readSessionCookie, setSessionCookie } from './session-cookie.ts';
import { goingOnContent, signInContent } from './sign-in-page.ts';
import { tryToken } from './try-token.ts';
import type { AccessEnv } from './visitor.ts';

const title = 'Sign in';

/** `/sign-in`, where there are tokens: without script, and reachable by everybody. */
export function signInRoutes(access: Access): Hono<AccessEnv> {
  const { tokens, sessions, page, record, base } = access;
  const self = `${base}/sign-in`;
  if (tokens.isEmpty) return new Hono<AccessEnv>();
  return new Hono<AccessEnv>()
    .get('/sign-in', c => {
      const to = safeTarget(c.req.query('to'), base);
      if (sessions.read(readSessionCookie(c) ?? '') !== undefined) return c.redirect(to, 303);
      if (c.req.header('sec-fetch-site') !== 'cross-site') return c.html(page(title, signInContent(self, to)));
      // A browser keeps a strict cookie back when the link was on another site. The next request comes from this page.
      const again = `${self}?to=${encodeURIComponent(to)}`;
      c.header('refresh', `0; url=${again}`);
      return c.html(page(title, goingOnContent(again)));
    })
    .post('/sign-in', async c => {
      const form = await c.req.parseBody().catch(() => ({}));
      const { token: text = '', to } = form as Record<string, unknown>;
      const target = safeTarget(typeof to === 'string' ? to : undefined, base);
      if (isPlain(c)) {
        const message =
          'This page was opened over http, so that everybody on the way can read the token. Open it over https.';
        return refuse(c, access, { status: 403, kind: 'forbidden', message });
      }
      const address = clientAddress(c, access);
      const way = 'at the sign-in page';
      const tried = await tryToken(access, typeof text === 'string' ? text.trim() : '', { address, way });
      if (tried.kind === 'refused') {
        const { status, message, headers = {} } = tried.refusal;
        for (const [name, value] of Object.entries(headers)) c.header(name, value);
        return c.html(page(title, signInContent(self, target, message)), status);
      }
      const { name } = tried.token;
      try {
        await record({ by: name, action: 'sign-in', detail: `${way}, from ${address}` });
      } catch {
        const message =
          'Nobody can sign in while this cannot be put on record: the ledger does not answer. Try again soon.';
        return refuse(c, access, { status: 503, kind: 'ledger', message });
      }
      setSessionCookie(c, sessions.begin(tried.token));
      return c.redirect(target, 303);
    });
}

/** By its origin, which a browser sends with each form: between it and us there may be a proxy that speaks TLS. */
function isPlain(c: Context): boolean {
  const origin = URL.parse(c.req.header('origin') ?? '');
  return origin?.protocol === 'http:' && !isLoopbackHost(hostPort(origin.host)?.host ?? '');
}
