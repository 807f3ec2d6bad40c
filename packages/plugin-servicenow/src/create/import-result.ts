import { ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { recordRefused } from '../instance/record-refused.ts';
import type { StagedRow } from '../prepare/staged-row.ts';

const text = z
  .string()
  .nullish()
  .transform(given => given ?? '');
const entry = z.object({
  status: text,
  table: text,
  sys_id: text,
  display_value: text,
  error_message: text,
  status_message: text,
});
const answer = z.object({ result: z.array(entry) });
type Entry = z.output<typeof entry>;

/** What the transform map made of the one row. */
export type Imported =
  | { readonly kind: 'inserted' | 'updated' | 'ignored'; readonly sysId: string; readonly shown: string }
  /** Nothing was written, and no record is named. */
  | { readonly kind: 'passed-over'; readonly why: string };

export interface Import extends Pick<StagedRow, 'stagingTable'> {
  /** The table of the config, in which tickets are looked for. */
  readonly table: string;
  readonly status: number;
}

/**
 * The answer has one result for each transform map, all inside a 201, errors too.
 *
 * @throws ItsmError `rejected` where the map refused the row, or wrote into another table, in which no look-up would find
 * the record, so that each repeat made one more; `outcome-unknown` where the answer does not tell.
 */
export function importResult(data: unknown, { stagingTable, table, status }: Import): Imported {
  const parsed = answer.safeParse(data);
  const results = parsed.success ? parsed.data.result : [];
  const [only, ...more] = results;
  const unclear = (what: string) =>
    new ItsmError('outcome-unknown', `The instance answered the import into ${stagingTable} ${what}.`, { status });
  const refused = (words: string) => new ItsmError('rejected', words, { status });

  if (!only) throw unclear(`with ${status} and without a result`);
  if (results.every(each => each.status === 'error')) throw refused(refusal(only, stagingTable));
  if (results.every(each => each.table !== '' && each.table !== table)) {
    const where = `${only.table} (${only.display_value || only.sys_id})`;
    throw refused(`The transform map of ${stagingTable} wrote into ${where}, while table in the config is ${table}.`);
  }
  if (more.length > 0) throw unclear(`with ${results.length} results, as several transform maps give`);
  const { sys_id: sysId, display_value: shown } = only;
  const isRecord = /^[0-9a-f]{32}$/.test(sysId);
  switch (only.status) {
    case 'inserted':
    case 'updated':
      if (!isRecord) throw unclear(`with ${JSON.stringify(only.status)} and without a sys_id`);
      return { kind: only.status, sysId, shown };
    case 'ignored':
      return isRecord ? { kind: 'ignored', sysId, shown } : { kind: 'passed-over', why: wordsOf(only) };
    default:
      throw unclear(`with the status ${JSON.stringify(only.status)}`);
  }
}

const wordsOf = ({ error_message, status_message }: Entry): string => error_message || status_message;

/** The instance's words; a field that is missing may as well be a column that is. */
function refusal(result: Entry, stagingTable: string): string {
  const words = wordsOf(result) || `The transform map of ${stagingTable} refused the row without a reason.`;
  const message = recordRefused(words)?.message ?? words;
  if (!/mandatory/i.test(words)) return message;
  return `${message.replace(/\.?$/, '.')} Does ${stagingTable} have a column for each, and the transform map use it?`;
}
