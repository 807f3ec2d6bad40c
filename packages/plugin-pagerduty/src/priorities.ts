import { type Clock, type Fields, ItsmError, keepFor, type Warning } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Api } from './api.ts';

const page = z.object({ priorities: z.array(z.object({ id: z.string(), name: z.string() })) });

/** A config is about names, the API about ids. Priorities change about never. */
export function createPriorities(api: Api, clock: Clock) {
  const kept = keepFor(signal => readPriorities(api, signal), { clock, freshMs: 300_000 });
  return {
    all: (signal: AbortSignal) => kept.anew(signal),
    /** A priority that the account does not have costs its warning, not the ticket. */
    async resolve(fields: Fields, signal: AbortSignal): Promise<{ fields: Fields; warnings: readonly Warning[] }> {
      const { priority: wanted, ...others } = fields;
      if (typeof wanted !== 'string') return { fields, warnings: [] };
      const search = (all: readonly Priority[]) => all.find(({ id, name }) => [id, name].includes(wanted));
      const found = search(await kept.get(signal)) ?? search(await kept.anew(signal));
      if (found) return { fields: { ...others, priority: { id: found.id, type: 'priority_reference' } }, warnings: [] };
      const names = (await kept.get(signal)).map(({ name }) => name).join(', ') || 'none';
      const message = `priority: the account has no "${wanted}"; its priorities: ${names}. It was left out.`;
      return { fields: others, warnings: [{ code: 'field-left-out', field: 'priority', message }] };
    },
  };
}

export type Priorities = ReturnType<typeof createPriorities>;
type Priority = z.output<typeof page>['priorities'][number];

async function readPriorities(api: Api, signal: AbortSignal): Promise<readonly Priority[]> {
  try {
    const parsed = page.safeParse(await api.get('/priorities', signal, { limit: 100 }));
    if (parsed.success) return parsed.data.priorities;
    throw new ItsmError('unavailable', 'PagerDuty answered without a list of priorities.');
  } catch (error) {
    // An account without the feature: 402, or 404.
    if (ItsmError.is(error) && error.kind === 'rejected') return [];
    throw error;
  }
}
