import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EventHouse, Happening, Usage } from './event-house.ts';

export type HouseOrder = { readonly kind: 'usage' } | { readonly kind: 'happen'; readonly events: Happening };

/** In a process of its own. */
export async function startEventHouse(heartbeatMs: number): Promise<EventHouse> {
  const child = fork(fileURLToPath(new URL('./event-process.ts', import.meta.url)), [String(heartbeatMs)], {
    execArgv: ['--conditions=source'],
  });
  const [port] = await once(child, 'message');
  const ask = async (order: HouseOrder): Promise<Usage> => {
    child.send(order);
    return (await once(child, 'message'))[0];
  };
  return {
    port,
    heartbeatMs,
    async happen(events) {
      await ask({ kind: 'happen', events });
    },
    usage: () => ask({ kind: 'usage' }),
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
