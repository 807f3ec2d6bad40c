import { type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { listRows } from '../fields/list-rows.ts';
import { isDenied } from '../instance/is-denied.ts';
import { findIncident } from '../look/find-incident.ts';
import { seeKeyColumn } from '../look/see-key-column.ts';
import type { Asked } from './check-instance.ts';

const rows = z.object({ result: z.array(z.looseObject({})) }).catch({ result: [] });

export const readTable = ({ connection, signal }: Asked): CheckQuestion => ({
  step: `read ${connection.table}`,
  hint: 'Check table, and that this user may read it; in the base system the role itil lets it.',
  vital: true,
  async ask() {
    const { table } = connection;
    await listRows(connection, { table, query: 'ORDERBYDESCsys_created_on', fields: ['sys_id'], most: 1 }, signal);
    return `${table} can be read.`;
  },
});

/**
 * By it tickets are found again. With an id that no record has, an instance that ignores a clause shows itself: it answers
 * with every record.
 */
export const readCorrelationId = ({ connection, schema, key, signal }: Asked): CheckQuestion => ({
  step: 'correlation_id',
  hint: 'Let this user read correlation_id of the table; one that does not extend task needs the column. Until then a lost answer cannot be settled and nothing is found again.',
  async ask() {
    const { table } = connection;
    const found = await findIncident(connection, { key, signal });
    if (found.kind === 'found')
      throw new ItsmError('config', `${found.ticket.key} has the correlation id of this check.`);
    if ((await seeKeyColumn(connection, signal)) === 'no-rows') {
      const dictionary = await schema.dictionary.get(signal);
      if (dictionary.kind === 'denied' || dictionary.value.columns.has('correlation_id'))
        return `${table} shows no record: whether its queries are kept is seen once there is one.`;
      const message = `${table} has no column correlation_id, which tables have that extend task: a ticket in it is never found again.`;
      throw new ItsmError('config', message);
    }
    return 'A query for an id that no record has finds none.';
  },
});

/** In the record itself, as a note is looked for after it was written. */
export const readJournal = ({ connection, signal }: Asked): CheckQuestion => ({
  step: 'read notes',
  hint: 'Let this user read work_notes and comments of the table. Without them no note can be seen, and one whose answer was lost is not sent again.',
  async ask() {
    const { http, path, table } = connection;
    const asked = { sysparm_query: 'ORDERBYDESCsys_created_on', sysparm_fields: 'work_notes,comments' };
    const params = { ...asked, sysparm_limit: 1, sysparm_no_count: true, sysparm_display_value: true };
    const [row] = rows.parse((await http.get(path, { params, signal })).data).result;
    if (!row) return `${table} shows no record: whether its notes can be read is seen once there is one.`;
    const hidden = ['work_notes', 'comments'].filter(name => !(name in row));
    if (hidden.length === 0) return 'Notes can be read.';
    throw new ItsmError('config', `This user may not read ${hidden.join(' and ')} of ${table}.`);
  },
});

export const readAttachments = ({ connection, signal }: Asked): CheckQuestion => ({
  step: 'read attachments',
  hint: 'Let this user read sys_attachment. Without it a file whose answer was lost stays unknown.',
  async ask() {
    const params = { sysparm_query: `table_name=${connection.table}`, sysparm_limit: 1 };
    await whereRefused(connection.http.get('/api/now/attachment', { params, signal }));
    return 'Attachments can be listed; whether a file may be added is seen with the first.';
  },
});

/** A refused table is no refused sign-in. */
const whereRefused = async <Value>(asked: Promise<Value>): Promise<Value> =>
  asked.catch((error: unknown) => {
    throw isDenied(error) ? new ItsmError('config', error.message) : error;
  });
