import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** Common name of the certificate that the client showed, where the CA of the server signed it. */
export function certifiedName(socket: Socket): string | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  const name = socket.getPeerCertificate().subject?.CN;
  return Array.isArray(name) ? name[0] : name;
}
