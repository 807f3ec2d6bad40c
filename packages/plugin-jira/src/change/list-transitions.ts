import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from '../site/connection.ts';
import { status } from './read-issue.ts';

const transition = z.looseObject({
  id: z.string(),
  name: z.string(),
  to: status,
  /** Of its own screen; empty or absent where it has none. */
  fields: z.record(z.string(), z.unknown()).optional(),
});
export type Transition = z.output<typeof transition>;

const answer = z.object({ transitions: z.array(transition) });

/** GET …/transitions: the ways that are open to this user from where the issue is now. Ids and names vary per workflow. */
export async function listTransitions(
  { api }: Connection,
  { id, key }: Pick<TicketRef, 'id' | 'key'>,
  { signal }: Pick<Call, 'signal'>,
): Promise<readonly Transition[]> {
  const params = { expand: 'transitions.fields' };
  const { data } = await api.get(`/issue/${id}/transitions`, { params, signal });
  const parsed = answer.safeParse(data);
  if (!parsed.success) throw new ItsmError('unavailable', `Jira answered the look at ${key} without its transitions.`);
  return parsed.data.transitions;
}
