import type { SecureContext } from 'node:tls';
import { Client, type Dispatcher, ProxyAgent } from 'undici';
import { connectorOf } from './connector-of.ts';
import { type Connections, keptConnections } from './kept-connections.ts';

export interface Way {
  readonly proxy: string | undefined;
  readonly tls: { readonly secureContext?: SecureContext };
  readonly connectTimeoutMs: number;
}

/**
 * To one origin, by HTTP/1.1 alone. Certificates are verified; there is no off switch, not even Node's own
 * (`NODE_TLS_REJECT_UNAUTHORIZED`).
 */
export function openConnections(origin: string, { proxy, tls: own, connectTimeoutMs }: Way): Connections {
  const tls = { rejectUnauthorized: true, ...own };
  const kept = { allowH2: false, pipelining: 1, keepAliveTimeout: idleMs, keepAliveMaxTimeout: idleMs };
  const connectUntil = connectorOf(tls, connectTimeoutMs);
  if (proxy === undefined) {
    return keptConnections(givenUp => new Client(origin, { ...kept, connect: connectUntil(givenUp) }));
  }
  const requestTls = { ...tls, allowH2: false, timeout: connectTimeoutMs };
  return keptConnections(givenUp => {
    // The answer to CONNECT is a part of connecting. What is in the tunnel ends with the socket to the proxy.
    const clientFactory = (uri: URL): Dispatcher =>
      new Client(uri, { connect: connectUntil(givenUp), headersTimeout: connectTimeoutMs });
    return new ProxyAgent({ ...kept, uri: proxy, requestTls, clientFactory, connections: 1 });
  });
}

/**
 * Less than servers and balancers usually keep a connection: one that they close as a request goes out leaves a doubt behind.
 * A server that would keep it for longer does not know of the balancer in front of it.
 */
const idleMs = 15_000;
