import { createMemoryLedger, type DryRunRecord, type ItsmEvent } from '@itsm-bridge/core';
import { describe, it } from 'vitest';
import { ledgerContract } from './ledger-contract.ts';

describe('the memory ledger', () => {
  ledgerContract({ describe, it }, async () => {
    let time = Date.parse('2025-10-27T10:30:00Z');
    const now = () => new Date(time);
    const events: ItsmEvent[] = [];
    const dryRuns: DryRunRecord[] = [];
    const jobs: NonNullable<Parameters<typeof createMemoryLedger>[0]['jobs']> = new Map();
    return {
      ledger: createMemoryLedger({ clock: { now }, events, dryRuns, jobs }),
      now,
      pass: async ms => {
        time += ms;
      },
      probe: {
        events: async key => events.filter(event => event.key === key),
        dryRunPayloads: async key => dryRuns.filter(dryRun => dryRun.key === key).map(dryRun => dryRun.payload),
        ticketCreated: async jobId => jobs.get(jobId)?.ticketCreated ?? false,
      },
    };
  });
});
