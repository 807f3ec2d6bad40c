import type { MiddlewareHandler } from 'hono';
import type { Access, Look } from './access.ts';
import { isRead } from './is-read.ts';
import { isNamedHost } from './own-hosts.ts';
import { refuse } from './refuse.ts';
import type { AccessEnv } from './visitor.ts';

/**
 * Refuses what a page of another site sends: all that acts, and of what only looks everything but a link that somebody
 * follows. Browsers tell where a request is from in `Origin` and `Sec-Fetch-Site`, and no page can change them; what has
 * neither is no browser, and needs its token all the same.
 */
export const checkOrigin =
  (access: Look & Pick<Access, 'options'>): MiddlewareHandler<AccessEnv> =>
  async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    if (isRead(c.req.method)) {
      const isLink = c.req.header('sec-fetch-mode') === 'navigate';
      if (site === undefined || site === 'same-origin' || site === 'none' || isLink) return next();
      const message = 'A page of another site asked for this. Such a page may link here, and no more.';
      return refuse(c, access, { status: 403, kind: 'foreign', message });
    }
    const origin = c.req.header('origin');
    const isOurs = origin === undefined || isOwnOrigin(origin, [c.req.header('host') ?? '', ...access.options.hosts]);
    if (isOurs && (site === undefined || site === 'same-origin')) return next();
    const from = origin === undefined || isOurs ? 'another site' : origin.slice(0, 100);
    const message = `This came from a page of ${from}, and only pages of this server may act. Open this server and press there; where it has another name in your browser, add that to its hosts.`;
    return refuse(c, access, { status: 403, kind: 'foreign', message });
  };

function isOwnOrigin(origin: string, hosts: readonly string[]): boolean {
  const url = URL.parse(origin);
  return url !== null && /^https?:$/.test(url.protocol) && isNamedHost(url.host, hosts);
}
