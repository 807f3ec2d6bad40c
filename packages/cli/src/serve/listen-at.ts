import { ItsmError } from '@itsm-bridge/core';
import { type Listening, listen } from '@itsm-bridge/server';
import { type ListenAddress, urlHost } from '../open/listen-address.ts';

export interface Served extends Listening {
  /** With a slash at its end. */
  readonly url: string;
}

/**
 * @param graceMs how long what is being answered has to end by itself, once it is closed
 * @throws ItsmError kind `config`: somebody else listens there, or it is no address of this machine.
 */
export async function listenAt(
  app: Parameters<typeof listen>[0],
  where: ListenAddress,
  graceMs: number,
): Promise<Served> {
  try {
    const server = await listen(app, where.port, where.host, graceMs);
    return { ...server, url: `http://${urlHost(where)}:${server.port}/` };
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new ItsmError('config', `${words}. Choose another address or port with --listen.`, { cause });
  }
}
