import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createMemoryLedger, type NewEvent, type ScopedEventLog, systemClock } from '@itsm-bridge/core';
import { eventRoutes, listen } from '@itsm-bridge/server';
import type { EventHouse } from './event-house.ts';

const environment = 'PROOF';
const event: NewEvent = {
  environment,
  ...{ type: 'ticket-created', at: new Date('2025-10-27T10:30:00.123Z'), integration: 'servicenow' },
  ...{ key: 'itsm-5f0c5a3be0a34d6fbf04c0c6d7b3a8ae', jobId: 'abc123', platform: 'servicenow', dryRun: false },
  ticket: {
    ...{ id: '9d385017c611228701d22104cc95c371', key: 'INC0010001' },
    ...{ url: 'https://example.service-now.com/incident.do?sys_id=9d385017c611228701d22104cc95c371', names: {} },
  },
  ...{ attempt: 1, durationMs: 412, warnings: [] },
};

/** In this process, on a ledger of its own memory: what is measured is the way from the log to the sockets. */
export async function openEventHouse(heartbeatMs: number): Promise<EventHouse> {
  const { eventLog: log, append } = createMemoryLedger({ clock: systemClock });
  const eventLog: ScopedEventLog = { ...log, page: (after, limit) => log.page(after, limit, { environment }) };
  const server = await listen(eventRoutes({ itsm: { eventLog }, heartbeatMs }), 0);
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return {
    port: server.port,
    heartbeatMs,
    async happen({ count, together, payloadBytes = 0 }) {
      const next = payloadBytes === 0 ? event : { ...event, payload: 'x'.repeat(payloadBytes) };
      for (let n = 1; n <= count; n++) {
        await append(next);
        if (n % together === 0) await sleep(1);
      }
    },
    async usage() {
      collect();
      const { heapUsed, external, rss } = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      return {
        heldMb: tenths((heapUsed + external) / 2 ** 20),
        residentMb: tenths(rss / 2 ** 20),
        cpuMs: Math.round((user + system) / 1000),
      };
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const tenths = (megabytes: number): number => Math.round(megabytes * 10) / 10;
