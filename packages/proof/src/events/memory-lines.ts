import type { ManyClients, Stuck } from './many-clients.ts';

/** What the process of the events held, as the proof and its tests print it. */
export const memoryLines = {
  many({ before, connected, after }: ManyClients, clients: number): string {
    const perClient = Math.round(((connected.heldMb - before.heldMb) * 1024) / clients);
    return `the process holds ${before.heldMb} MB alone, ${connected.heldMb} MB with them (${perClient} KB each), ${after.heldMb} MB afterwards (at most 10 more); resident: ${before.residentMb}, ${connected.residentMb} and ${after.residentMb} MB`;
  },
  stuck: ({ before, stuck }: Stuck): string =>
    `the process holds ${before.heldMb} MB, ${stuck.heldMb} MB at the most (20 more are allowed)`,
};
