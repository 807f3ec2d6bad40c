import type { Call, TicketChange, TicketRef } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Connection } from './connection.ts';
import { marker } from './marker.ts';
import { pages } from './pages.ts';

const comment = z.object({ body: z.string().nullish() });

/** A note is known by the marker in its comment. What is not a note holds what it was set to, and may be sent again. */
export async function findChange(
  connection: Connection,
  { id }: Pick<TicketRef, 'id'>,
  change: TicketChange,
  { signal }: Pick<Call, 'signal'>,
): Promise<'applied' | 'absent'> {
  if (change.kind !== 'note') return 'absent';
  const mark = marker('change', change.id);
  const path = `/repos/${id}/comments`;
  for await (const page of pages(connection, path, comment, { params: { per_page: 100 }, signal }))
    if (page.some(({ body }) => body?.includes(mark))) return 'applied';
  return 'absent';
}
