import type { Call, TicketChange, TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from './connection.ts';
import { carries, marker } from './marker.ts';
import { pages } from './pages.ts';
import { readIssue } from './read-issue.ts';

const comment = z.object({ body: z.string().nullish() });

/** A note is known by the marker in its comment, a state by itself. Fields hold what they were set to, and may be sent again. */
export async function findChange(
  connection: Connection,
  ticket: TicketRef,
  change: TicketChange,
  { signal }: Pick<Call, 'signal'>,
): Promise<'applied' | 'absent'> {
  if (change.kind === 'resolve' || change.kind === 'reopen') {
    const { kind } = await readIssue(connection, ticket, { signal });
    return kind === (change.kind === 'resolve' ? 'done' : 'open') ? 'applied' : 'absent';
  }
  if (change.kind !== 'note') return 'absent';
  const mark = marker('change', change.id);
  const path = `/repos/${ticket.id}/comments`;
  for await (const page of pages(connection, path, comment, { params: { per_page: 100 }, signal }))
    if (page.some(({ body }) => carries(body, mark))) return 'applied';
  return 'absent';
}
