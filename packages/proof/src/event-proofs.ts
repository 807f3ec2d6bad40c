import { manyClients, manyStuck } from './events/many-clients.ts';
import { memoryLines } from './events/memory-lines.ts';
import { startEventHouse } from './events/start-event-house.ts';
import { watchEvents } from './events/watch-events.ts';
import type { Proof } from './proof.ts';
import { drainAtLimit } from './proofs/drain.ts';

/** Many watch. */
export const eventProofs: Readonly<Record<string, Proof>> = {
  events: {
    claim: 'thousands follow the events of one process, some of them do not read, and a server is gone',
    async *run(size) {
      const large = size === 'large';
      for (const together of large ? [1, 20] : [20]) {
        await using house = await startEventHouse(15_000);
        const [clients, count] = [2_000, 100];
        const result = await manyClients(house, clients, { count, together });
        const { wrong, connected, after, seconds } = result;
        const cpuMs = after.cpuMs - connected.cpuMs;
        yield {
          line: `${clients} clients, ${count} events, ${together} at a time: ${wrong.length} lost, doubled or out of order, in ${seconds.toFixed(1)} s (${cpuMs} ms of CPU)`,
          holds: wrong.length === 0,
        };
        yield {
          line: memoryLines.many(result, clients),
          holds: !large || after.heldMb - connected.heldMb <= 10,
        };
      }
      const [clients, count] = large ? [100, 3_000] : [10, 1_000];
      await using house = await startEventHouse(5_000);
      const result = await manyStuck(house, clients, { count, together: 10, payloadBytes: 10_000 });
      yield {
        line: `${clients} clients stop reading, ${count} events of 10 KB go past them, all are cut: ${memoryLines.stuck(result)}, ${result.cut.heldMb} MB without them`,
        holds: !large || result.stuck.heldMb - result.before.heldMb <= 20,
      };
      const options = { platform: 'jira', perSecond: 20, count: large ? 400 : 40, workers: 4 } as const;
      const { heard = { recorded: [], clients: [] } } = await drainAtLimit({ ...options, watch: watchEvents });
      const right = heard.clients.filter(ids => ids.join() === heard.recorded.join()).length;
      yield {
        line: `2 servers, 4 workers, one PostgreSQL, ${heard.recorded.length} events; one server goes: ${right} of ${heard.clients.length} clients had each once and in order`,
        holds: heard.recorded.length > 0 && right === heard.clients.length,
      };
    },
  },
};
