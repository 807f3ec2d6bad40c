import type { MiddlewareHandler } from 'hono';
import type { Access, Look } from './access.ts';
import { isOwnHost } from './own-hosts.ts';
import { peerOf } from './peer-of.ts';
import { refuse } from './refuse.ts';
import { urlHost } from './url-host.ts';
import type { AccessEnv } from './visitor.ts';

/**
 * Refuses what was sent to another name than ours. A page of somebody else whose name leads to this address (DNS
 * rebinding) would be of the same origin for its browser, and could read and press everything.
 */
export const checkHost =
  (access: Look & Pick<Access, 'options'>): MiddlewareHandler<AccessEnv> =>
  async (c, next) => {
    const host = c.req.header('host') ?? '';
    const { local } = peerOf(c);
    if (isOwnHost(host, local, access.options.hosts)) return next();
    const message = `This server is not called "${host.slice(0, 100)}". Open it at ${urlHost(local.address)}:${local.port}, or add the name to its hosts.`;
    return refuse(c, access, { status: 421, kind: 'foreign', message });
  };
