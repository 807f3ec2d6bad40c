import type { Context, MiddlewareHandler } from 'hono';
import type { Access } from './access.ts';
import { identify } from './identify.ts';
import { isRead } from './is-read.ts';
import { refuse, wantsPage } from './refuse.ts';
import type { AccessEnv } from './visitor.ts';

/**
 * Lets in whom we know. Whoever acts from a page also shows that it was a page of ours: the token of its forms, which a
 * page of another site cannot read.
 */
export const requireVisitor =
  (access: Access): MiddlewareHandler<AccessEnv> =>
  async (c, next) => {
    const identity = await identify(c, access);
    if (identity.kind === 'refused') {
      const { refusal } = identity;
      if (refusal.status !== 401 || !wantsPage(c, access)) return refuse(c, access, refusal);
      // htmx would lay the sign-in page over a part of another one: it loads the whole anew.
      if (c.req.header('hx-request') === 'true') {
        return refuse(c, access, { ...refusal, headers: { ...refusal.headers, 'hx-refresh': 'true' } });
      }
      if (access.tokens.isEmpty || !isRead(c.req.method)) return refuse(c, access, refusal);
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(`${access.base}/sign-in?to=${encodeURIComponent(`${pathname}${search}`)}`, 303);
    }
    const { visitor, formsOf } = identity;
    c.set('visitor', access.viewOnly ? { ...visitor, role: 'viewer' } : visitor);
    c.set('viewOnly', access.viewOnly);
    c.set('csrf', formsOf === undefined ? '' : access.csrf.of(formsOf));
    if (isRead(c.req.method) || formsOf === undefined) return next();
    if (access.csrf.isOf(formsOf, await givenCsrf(c))) return next();
    const message =
      'The page that this came from is out of date or not ours. Reload it and press again; a program sends what GET /api/visitor calls "csrf" in the header x-csrf-token, or a bearer token.';
    return refuse(c, access, { status: 403, kind: 'forbidden', message });
  };

async function givenCsrf(c: Context): Promise<string> {
  const header = c.req.header('x-csrf-token');
  if (header !== undefined) return header;
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(c.req.header('content-type') ?? ''))
    return '';
  const { csrf } = await c.req.parseBody().catch(() => ({ csrf: '' }));
  return typeof csrf === 'string' ? csrf : '';
}
