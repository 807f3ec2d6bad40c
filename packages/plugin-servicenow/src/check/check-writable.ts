import { type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import type { DictionaryColumn } from '../fields/read-dictionary.ts';
import type { Asked } from './check-instance.ts';
import { unlessDenied } from './unless-denied.ts';

/** What the dictionary lets one expect of a write: none is tried, and ACLs and rules show themselves at the first. */
export function checkWritable({ connection: { table }, settings: { report }, schema, signal }: Asked): CheckQuestion {
  const written = ['short_description', 'correlation_id', 'correlation_display', 'state'];
  if (report.description !== 'none') written.push('description');
  if (report.work_notes !== 'none') written.push('work_notes');
  return {
    step: `write ${table}`,
    hint: 'Have the columns made writable in the dictionary, or name the table that has them.',
    ask: () =>
      unlessDenied(schema.dictionary.anew(signal), ({ columns }) => {
        const problems = written.flatMap(name => problemOf(name, columns.get(name)) ?? []);
        if (problems.length > 0) throw new ItsmError('config', `Of ${table} ${problems.join(', ')}.`);
        return `The dictionary lets ${written.join(', ')} be written; no write was tried, so that ACLs and rules show at the first.`;
      }),
  };
}

function problemOf(name: string, column: DictionaryColumn | undefined): string | undefined {
  if (!column) return `${name} is no column`;
  return column.readOnly ? `${name} is read-only` : undefined;
}
