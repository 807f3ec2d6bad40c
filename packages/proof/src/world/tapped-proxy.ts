import { connect, createServer, type Socket } from 'node:net';
import { listenLocally } from '@itsm-bridge/test-postgres';

/** A line to PostgreSQL that tells what went over it. */
export interface TappedProxy extends AsyncDisposable {
  readonly port: number;
  /** One for each round trip: the name of the statement, or its text where it has none. */
  readonly asked: readonly string[];
}

export async function startTappedProxy(target: { readonly port: number }): Promise<TappedProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(near => {
    const far = connect(target.port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        near.destroy();
        far.destroy();
      });
    }
    near.on(
      'data',
      tap(statement => asked.push(statement)),
    );
    near.pipe(far).pipe(near);
  });
  const port = await listenLocally(server);
  return {
    port,
    asked,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/**
 * Reads what a client sends: a type of one byte, four bytes of length, which count themselves, and the rest; the first
 * message has no type. (PostgreSQL, Frontend/Backend Protocol, Message Formats.)
 */
function tap(onRoundTrip: (statement: string) => void): (bytes: Buffer) => void {
  let held = Buffer.alloc(0);
  let isFirst = true;
  let statement = '';
  return bytes => {
    held = Buffer.concat([held, bytes]);
    for (;;) {
      const typeLength = isFirst ? 0 : 1;
      if (held.length < typeLength + 4) return;
      const end = typeLength + held.readUInt32BE(typeLength);
      if (held.length < end) return;
      const type = isFirst ? '' : held.toString('latin1', 0, 1);
      const texts = held.toString('utf8', typeLength + 4, end).split('\0');
      // Parse: name and text; Bind: portal and name; Query: text; Sync ends a round trip.
      if (type === 'P') statement = texts[0] || texts[1] || '';
      if (type === 'B' && texts[1]) statement = texts[1];
      if (type === 'Q') onRoundTrip(texts[0] ?? '');
      if (type === 'S') onRoundTrip(statement);
      held = held.subarray(end);
      isFirst = false;
    }
  };
}
