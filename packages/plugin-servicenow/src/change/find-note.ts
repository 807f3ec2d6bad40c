import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Connection } from '../instance/connection.ts';
import { isDenied } from '../instance/is-denied.ts';
import { journalOf, type Note, noteMark } from './note-fields.ts';

const text = z.string().default('');
const rows = z.object({ result: z.array(z.looseObject({ element_id: text, element: text, value: text })) });
type Row = z.output<typeof rows>['result'][number];

/**
 * Whether a note is in the journal of the record. Each row is compared: an instance that drops a clause returns strangers.
 *
 * A journal that this user may not read looks empty, or is refused. So "absent" is said only where another entry can be
 * seen: the work note that the record was created with. Whoever sees a work note sees comments, too.
 */
export async function findNote(
  connection: Connection,
  { id }: TicketRef,
  note: Note,
  { signal }: Call,
): Promise<'applied' | 'absent' | 'unsure'> {
  const mark = noteMark(note.id);
  const ask = (clauses: string, fields: string) =>
    readJournal(connection, `element_id=${id}^${clauses}`, fields, signal);
  try {
    const marked = await ask(`element=${journalOf(note)}^valueLIKE${mark}`, 'element_id,value');
    if (marked.some(row => row.element_id === id && row.value.includes(mark))) return 'applied';
    if (marked.length > 0) return 'unsure';
    const others = await ask('element=work_notes', 'element_id,element');
    return others.some(row => row.element_id === id && row.element === 'work_notes') ? 'absent' : 'unsure';
  } catch (error) {
    if (isDenied(error)) return 'unsure';
    throw error;
  }
}

async function readJournal(
  { http }: Connection,
  sysparm_query: string,
  sysparm_fields: string,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const params = { sysparm_query, sysparm_fields, sysparm_limit: 10, sysparm_no_count: true };
  const parsed = rows.safeParse((await http.get('/api/now/table/sys_journal_field', { params, signal })).data);
  if (!parsed.success)
    throw new ItsmError('unavailable', 'The look-up in sys_journal_field was answered without a list.');
  return parsed.data.result;
}
