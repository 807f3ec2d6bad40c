import type { Transport } from '../../contracts.ts';
import { loadConnections } from './load-connections.ts';
import { proxyFor } from './proxy-for.ts';
import { roundTrip } from './round-trip.ts';
import { secureContextOf } from './secure-context-of.ts';
import { unpacked } from './unpacked.ts';
import type { Wire } from './wire.ts';
import { wireFailure } from './wire-failure.ts';

/**
 * The wire of one integration to one origin. undici is loaded here, since most commands of a terminal send nothing.
 *
 * @throws ItsmError kind `config`: its TLS files cannot be used, or the proxy of the environment; `unavailable`: undici is
 * not there.
 */
export async function createWire(
  base: URL,
  transport: Transport,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Wire> {
  const { openConnections } = await loadConnections();
  const { maxResponseBytes, connectTimeoutMs } = transport;
  const proxy = proxyFor(base, transport.proxy, environment);
  const tls = base.protocol === 'https:' ? { secureContext: secureContextOf(transport.tls) } : {};
  const connections = openConnections(base.origin, { proxy, tls, connectTimeoutMs });
  return async (request, signal) => {
    const maxBytes = Math.min(request.maxBytes ?? maxResponseBytes, maxResponseBytes);
    const { bytes, status, statusText, headers } = await connections(connection =>
      roundTrip(connection, request, maxBytes, signal),
    );
    const encoding = headers['content-encoding'];
    const broken = (error: unknown) => {
      throw wireFailure(error, true, status);
    };
    const body = encoding === undefined ? bytes : await unpacked(bytes, encoding, maxBytes).catch(broken);
    const text = body.toString('utf8');
    return { status, statusText, headers, text: text.startsWith('\ufeff') ? text.slice(1) : text };
  };
}
