import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from '../site/connection.ts';
import { isNothing } from './fit-fields.ts';

const answer = z.looseObject({ fields: z.record(z.string(), z.unknown()) });

/** Which of these fields have no value on the issue; one that is not shown has none. */
export async function emptyFields(
  { api }: Pick<Connection, 'api'>,
  { id, key }: TicketRef,
  fields: readonly string[],
  { signal }: Pick<Call, 'signal'>,
): Promise<readonly string[]> {
  if (fields.length === 0) return [];
  const parsed = answer.safeParse(
    (await api.get(`/issue/${id}`, { params: { fields: fields.join(',') }, signal })).data,
  );
  if (!parsed.success) throw new ItsmError('unavailable', `Jira answered the look at ${key} without its fields.`);
  const { fields: values } = parsed.data;
  return fields.filter(field => isNothing(values[field]));
}
