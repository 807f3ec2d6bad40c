import type { Socket } from 'node:net';
import { buildConnector } from 'undici';

/** Opens the sockets of one connection. The signal ends the one that is there, and one that is only being opened. */
export type ConnectorUntil = (givenUp: AbortSignal) => buildConnector.connector;

/**
 * Opens sockets, each within `ms`, its TLS handshake included: undici's own deadline may come half a second late. undici
 * leaves a socket that is being opened to that deadline, whether or not anybody still waits for it.
 */
export function connectorOf(tls: buildConnector.BuildOptions, ms: number): ConnectorUntil {
  const connect = buildConnector({ ...tls, allowH2: false, timeout: 0 });
  return givenUp => (options, done) => {
    // It gives the socket back, which its types do not say; undici ends by it what nobody waits for any more.
    const socket = connect(options, (...end) => {
      clearTimeout(timer);
      done(...end);
    }) as unknown as Socket;
    const timer = setTimeout(() => socket.destroy(late(ms)), ms);
    const end = () => socket.destroy(new Error('nobody waits for this connection any more'));
    givenUp.addEventListener('abort', end, { once: true });
    socket.once('close', () => givenUp.removeEventListener('abort', end));
    return socket;
  };
}

const late = (ms: number): Error => Object.assign(new Error(`no connection within ${ms} ms`), { code: 'ETIMEDOUT' });
