import { type Clock, type Fields, ItsmError, keepFor, type Warning } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Api } from './api.ts';

const page = z.object({ priorities: z.array(z.object({ id: z.string(), name: z.string() })) });
type Priority = z.output<typeof page>['priorities'][number];

/** A config is about names, the API about ids. Priorities change about never. */
export function createPriorities(api: Api, clock: Clock) {
  const kept = keepFor(signal => readPriorities(api, signal), { clock, freshMs: 300_000 });
  return {
    all: (signal: AbortSignal) => kept.anew(signal),
    /** A priority that the account does not have, or does not show, costs its warning, not the ticket. */
    async resolve(fields: Fields, signal: AbortSignal): Promise<{ fields: Fields; warnings: readonly Warning[] }> {
      const { priority: wanted, ...others } = fields;
      if (typeof wanted !== 'string') return { fields, warnings: [] };
      const search = (some: readonly Priority[]) => some.find(({ id, name }) => [id, name].includes(wanted));
      const found = search(await kept.get(signal)) ?? search(await kept.anew(signal));
      if (found) return { fields: { ...others, priority: { id: found.id, type: 'priority_reference' } }, warnings: [] };
      const names = (await kept.get(signal)).map(({ name }) => name).join(', ') || 'none that this sign-in may read';
      const message = `priority: the account has no "${wanted}"; its priorities: ${names}. It was left out.`;
      return { fields: others, warnings: [{ code: 'field-left-out', field: 'priority', message }] };
    },
  };
}

export type Priorities = ReturnType<typeof createPriorities>;

async function readPriorities(api: Api, signal: AbortSignal): Promise<readonly Priority[]> {
  try {
    return (await api.get(page, '/priorities', { signal, params: { limit: 100 } })).priorities;
  } catch (error) {
    // An account without the feature: 402, or 404. A sign-in that may not read them: 403.
    if (ItsmError.is(error) && [402, 403, 404].includes(error.status ?? 0)) return [];
    throw error;
  }
}
