import type { Transport } from '../../contracts.ts';
import type { Lines } from './kept-lines.ts';
import { proxyFor } from './proxy-for.ts';
import { roundTrip } from './round-trip.ts';
import { unpacked } from './unpacked.ts';
import type { Wire } from './wire.ts';
import { wireFailure } from './wire-failure.ts';

/** The wire of one integration to one origin. Nothing is opened, nor undici loaded, before the first request. */
export function createWire(base: URL, transport: Transport, environment: NodeJS.ProcessEnv = process.env): Wire {
  const { maxResponseBytes } = transport;
  const open = async () => {
    const { openLines } = await import('./open-lines.ts');
    return openLines(base.origin, proxyFor(base, transport.proxy, environment), transport);
  };
  const nothingSent = (error: unknown) => {
    throw wireFailure(error, false);
  };
  let opened: Promise<Lines> | undefined;
  return async (request, signal) => {
    opened ??= open().catch(nothingSent);
    const lines = await opened;
    const { bytes, status, statusText, headers } = await lines(line =>
      roundTrip(line, request, maxResponseBytes, signal),
    );
    const encoding = headers['content-encoding'];
    const broken = (error: unknown) => {
      throw wireFailure(error, true, status);
    };
    const body = encoding === undefined ? bytes : await unpacked(bytes, encoding, maxResponseBytes).catch(broken);
    const text = body.toString('utf8');
    return { status, statusText, headers, text: text.startsWith('\ufeff') ? text.slice(1) : text };
  };
}
