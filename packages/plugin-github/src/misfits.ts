import { type Call, ItsmError, type TicketDraft } from '@itsm-bridge/core';
import type { Connection } from './connection.ts';
import { textsOf } from './read-back.ts';

/** Where each name is answered for, 404 where there is none such. */
const places = { labels: 'labels', assignees: 'assignees', milestone: 'milestones' } as const;

/** Labels, assignees and milestone that the repository does not have. */
export async function misfits(
  { http, path, repository }: Connection,
  { fields }: Pick<TicketDraft, 'fields'>,
  { signal }: Pick<Call, 'signal'>,
): Promise<readonly string[]> {
  const asked = Object.entries(places).flatMap(([field, place]) =>
    textsOf(fields[field]).map(async name => {
      try {
        await http.get(`${path}/${place}/${encodeURIComponent(name)}`, { signal });
        return [];
      } catch (error) {
        if (!ItsmError.is(error) || error.status !== 404) throw error;
        return [`${field}: ${repository} has no "${name}".`];
      }
    }),
  );
  return (await Promise.all(asked)).flat();
}
