import { Client, type Dispatcher, ProxyAgent } from 'undici';
import type { Transport } from '../../contracts.ts';
import { connectorOf } from './connector-of.ts';
import { type Connections, keptConnections } from './kept-connections.ts';
import { secureContextOf } from './secure-context-of.ts';

/**
 * To one origin, by HTTP/1.1 alone. Certificates are verified; there is no off switch, not even Node's own
 * (`NODE_TLS_REJECT_UNAUTHORIZED`).
 *
 * @throws ItsmError kind `config`: its TLS files cannot be used.
 */
export function openConnections(
  origin: string,
  proxy: string | undefined,
  { tls: files, connectTimeoutMs }: Transport,
): Connections {
  const isSecure = origin.startsWith('https:');
  const tls = { rejectUnauthorized: true, ...(isSecure ? { secureContext: secureContextOf(files) } : {}) };
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
