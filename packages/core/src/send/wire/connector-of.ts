import type { Socket } from 'node:net';
import { buildConnector } from 'undici';

/**
 * Opens connections, each within `ms`, its TLS handshake included: undici's own deadline may come half a second late.
 */
export function connectorOf(tls: buildConnector.BuildOptions, ms: number): buildConnector.connector {
  const connect = buildConnector({ ...tls, allowH2: false, timeout: 0 });
  return (options, done) => {
    // It gives the socket back, which its types do not say; undici ends by it what nobody waits for any more.
    const socket = connect(options, (...end) => {
      clearTimeout(timer);
      done(...end);
    }) as unknown as Socket;
    const timer = setTimeout(() => socket.destroy(late(ms)), ms);
    return socket;
  };
}

const late = (ms: number): Error => Object.assign(new Error(`no connection within ${ms} ms`), { code: 'ETIMEDOUT' });
