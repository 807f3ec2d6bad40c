import { connect, createServer, type Socket } from 'node:net';
import { listenLocally } from '@itsm-bridge/test-postgres';

/** Something to do when a message passes. Used up when it happens. */
export interface Trap {
  /** Bytes of a request that set it off, read as Latin-1: an SQL text, a request line. */
  readonly match: string;
  /** `request`: the message has not been passed on. `answer`: it has, and its answer is here but not passed on. */
  readonly at: 'request' | 'answer';
  /** What becomes of the message that was caught. `drop`: the connection is cut as well. */
  readonly fate: 'pass' | 'drop';
  /** What happens at that moment, before another byte moves. */
  act(): void;
}

/** A line of loopback between a worker and PostgreSQL or a platform, with traps. */
export interface TrappedProxy extends AsyncDisposable {
  readonly port: number;
  /** Resolves when it has gone off. */
  set(trap: Trap): Promise<void>;
  /** Takes all traps away. */
  clear(): void;
}

export async function startTrappedProxy(target: { readonly port: number }): Promise<TrappedProxy> {
  let traps: readonly { readonly trap: Trap; readonly sprung: () => void }[] = [];
  const sockets = new Set<Socket>();

  const spring = (caught: (typeof traps)[number]) => {
    traps = traps.filter(one => one !== caught);
    caught.trap.act();
    caught.sprung();
  };

  const server = createServer(near => {
    const far = connect(target.port, '127.0.0.1');
    let awaited: (typeof traps)[number] | undefined;
    const cut = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    near.on('data', bytes => {
      const text = bytes.toString('latin1');
      const caught = traps.find(({ trap }) => text.includes(trap.match));
      if (caught?.trap.at === 'request') {
        spring(caught);
        if (caught.trap.fate === 'drop') return cut();
      } else if (caught) awaited = caught;
      far.write(bytes);
    });
    far.on('data', bytes => {
      if (awaited && traps.includes(awaited)) {
        const caught = awaited;
        awaited = undefined;
        spring(caught);
        if (caught.trap.fate === 'drop') return cut();
      }
      near.write(bytes);
    });
  });
  const port = await listenLocally(server);
  return {
    port,
    set: trap =>
      new Promise(sprung => {
        traps = [...traps, { trap, sprung }];
      }),
    clear() {
      traps = [];
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
