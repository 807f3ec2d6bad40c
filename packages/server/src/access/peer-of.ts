import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { plainAddress } from './plain-address.ts';
import type { AccessEnv } from './visitor.ts';

/** Both ends of the connection, as the socket has them: no header can change them. */
export interface Peer {
  /** `''` where the connection is gone already, or is no socket of TCP. */
  readonly address: string;
  readonly local: { readonly address: string; readonly port: number };
}

export function peerOf(c: Context<AccessEnv>): Peer {
  const { socket } = c.env.incoming;
  return {
    address: plainAddress(getConnInfo(c).remote.address),
    local: { address: plainAddress(socket.localAddress), port: socket.localPort ?? 0 },
  };
}
