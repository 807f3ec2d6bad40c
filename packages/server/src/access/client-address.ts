import { isIP, isIPv6 } from 'node:net';
import type { Context } from 'hono';
import type { Access } from './access.ts';
import { hostPort } from './host-port.ts';
import { peerOf } from './peer-of.ts';
import { plainAddress } from './plain-address.ts';
import { urlHost } from './url-host.ts';
import type { AccessEnv } from './visitor.ts';

/**
 * Whose tries count: the other end of the connection, or where a trusted proxy says that it has its visitor from. The last
 * of `X-Forwarded-For` that is no such proxy: what stands before it, the visitor may have written.
 */
export function clientAddress(c: Context<AccessEnv>, { isTrusted }: Pick<Access, 'isTrusted'>): string {
  const { address } = peerOf(c);
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map(hop => addressIn(hop.trim()));
  return [...hops, address].findLast(hop => !isTrusted(hop)) || address;
}

/** Some proxies add a port. `''`: it is no address. */
function addressIn(written: string): string {
  const hop = plainAddress(written);
  const host = hostPort(isIPv6(hop) ? urlHost(hop) : hop)?.host.replace(/^\[(.*)\]$/, '$1') ?? '';
  return isIP(host) === 0 ? '' : host;
}
