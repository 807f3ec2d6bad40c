import { notLoaded } from '../../not-loaded.ts';

/** Where every copy of undici, and Node's own `fetch`, finds what requests go through (lib/global.js of undici 8). */
const hosts = Symbol.for('undici.globalDispatcher.1');

/**
 * undici, when the first request is made. It puts itself in the place of what the host's own `fetch` goes through, be that
 * a proxy: the host's is put back.
 *
 * @throws ItsmError kind `unavailable`: it cannot be loaded, and nothing was sent.
 */
export async function loadConnections(): Promise<typeof import('./open-connections.ts')> {
  const before: unknown = Reflect.get(globalThis, hosts);
  try {
    return await import('./open-connections.ts');
  } catch (cause) {
    throw notLoaded('undici', cause);
  } finally {
    Reflect.set(globalThis, hosts, before);
  }
}
