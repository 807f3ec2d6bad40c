import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from '../site/connection.ts';
import { fieldMeta, fieldOf } from './field-meta.ts';
import type { Screen } from './read-screen.ts';

const answer = z.looseObject({ fields: z.record(z.string(), z.unknown()) });

/** GET …/issue/{id}/editmeta: the fields that this user may edit on the issue as it stands. */
export async function readEditScreen(
  { api }: Pick<Connection, 'api'>,
  { id, key }: TicketRef,
  { signal }: Pick<Call, 'signal'>,
): Promise<Screen> {
  const parsed = answer.safeParse((await api.get(`/issue/${id}/editmeta`, { signal })).data);
  if (!parsed.success) throw new ItsmError('unavailable', `Jira answered the look at ${key} without its fields.`);
  return screenOf(parsed.data.fields);
}

/** Fields by their ids, as editmeta and transitions have them. An odd one is left out. */
export function screenOf(fields: Readonly<Record<string, unknown>>): Screen {
  return new Map(
    Object.entries(fields).flatMap(([id, described]) => {
      const parsed = fieldMeta.safeParse(described);
      return parsed.success ? [[id, { ...fieldOf(parsed.data, id), id }] as const] : [];
    }),
  );
}
