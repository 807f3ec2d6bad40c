import { type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import { listOf } from '../fields/choice/list-of.ts';
import type { Lists } from '../fields/keep-schema.ts';
import type { Dictionary } from '../fields/read-dictionary.ts';
import type { Asked } from './check-instance.ts';
import { unlessDenied } from './unless-denied.ts';

/** Whether what a resolved and a reopened record gets are fields of the table, and values that they take. */
export function checkStates({ connection, schema, signal }: Asked): readonly CheckQuestion[] {
  const { lifecycle, table } = connection;
  const question = (kind: 'resolve' | 'reopen'): CheckQuestion => {
    const wanted = Object.entries(lifecycle[kind]).filter(([, value]) => value !== '');
    const fits = ({ columns }: Dictionary, lists: Lists): string => {
      const problems = wanted.flatMap(([field, value]) => {
        const column = columns.get(field);
        if (!column) return [`${field}: ${table} has no such field`];
        if (column.readOnly) return [`${field}: is read-only`];
        const offered = lists.get(field) ?? [];
        if (offered.length === 0 || offered.some(choice => choice.value === value)) return [];
        return [`${field}: "${value}" is no choice; there is ${listOf(offered)}`];
      });
      if (problems.length > 0) throw new ItsmError('config', `${problems.join('. ')}.`);
      const shown = wanted.map(([field, value]) => {
        const label = lists.get(field)?.find(choice => choice.value === value)?.label;
        return label === undefined ? field : `${field} ${label}`;
      });
      return `${table} has ${shown.join(', ')}.`;
    };
    return {
      step: kind,
      hint: `Name in ${kind} fields and values of this instance; values, not labels.`,
      ask: () =>
        unlessDenied(schema.dictionary.anew(signal), dictionary =>
          unlessDenied(schema.lists.anew(signal), lists => fits(dictionary, lists)),
        ),
    };
  };
  return [question('resolve'), question('reopen')];
}
