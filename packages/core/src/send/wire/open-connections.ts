import { rootCertificates } from 'node:tls';
import { Client, type Dispatcher, ProxyAgent } from 'undici';
import type { Transport } from '../../contracts.ts';
import { connectorOf } from './connector-of.ts';
import { type Connections, keptConnections } from './kept-connections.ts';

/**
 * To one origin, by HTTP/1.1 alone. A CA of its own is added to the known ones; verification has no off switch, not even
 * Node's own (`NODE_TLS_REJECT_UNAUTHORIZED`).
 */
export function openConnections(
  origin: string,
  proxy: string | undefined,
  { tls: { ca, ...own }, connectTimeoutMs }: Transport,
): Connections {
  const tls = { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }), ...own };
  const kept = { allowH2: false, pipelining: 1, keepAliveTimeout: idleMs, keepAliveMaxTimeout: idleMs };
  if (proxy === undefined) {
    const connect = connectorOf(tls, connectTimeoutMs);
    return keptConnections(() => new Client(origin, { ...kept, connect }));
  }
  const within = { ...tls, allowH2: false, timeout: connectTimeoutMs };
  const through = { ...kept, uri: proxy, requestTls: within, proxyTls: within, connections: 1 };
  // The answer to CONNECT is a part of connecting.
  const clientFactory = (uri: URL, options: object): Dispatcher =>
    new Client(uri, { ...options, headersTimeout: connectTimeoutMs });
  return keptConnections(() => new ProxyAgent({ ...through, clientFactory }));
}

/**
 * Less than servers and balancers usually keep a connection: one that they close as a request goes out leaves a doubt behind.
 * A server that would keep it for longer does not know of the balancer in front of it.
 */
const idleMs = 15_000;
