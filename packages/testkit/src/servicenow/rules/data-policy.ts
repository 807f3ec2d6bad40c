import type { Reply } from '../../simulator/reply.ts';
import { failures } from '../failure.ts';
import type { Row } from '../row/row.ts';
import type { SentValues } from '../row/sent-values.ts';
import { choicesOf } from '../schema/column.ts';
import { labelOf } from '../schema/label-of.ts';
import type { Table } from '../schema/table.ts';
import { basePolicies } from './base-policies.ts';
import type { RuleOptions } from './rule-options.ts';

/** The refusal of a write that would leave out what a data policy asks for, by labels; undefined lets it pass. */
export function refuseByPolicy(
  table: Table,
  row: Row,
  before: Row | undefined,
  { notes }: Pick<SentValues, 'notes'>,
  { policies = [], basePolicies: basic = true }: RuleOptions,
): Reply | undefined {
  const asked = [...(basic ? basePolicies : []), ...policies]
    .filter(policy => policy.table === table.name && policy.when(row, before))
    .flatMap(({ mandatory }) => mandatory);
  const missing = [...new Set(asked)].filter(name => {
    const column = table.columns[name];
    if (column?.kind === 'journal') return !notes.some(({ element }) => element === name);
    const choices = choicesOf(column);
    return Object.keys(choices).length > 0 ? !Object.hasOwn(choices, row[name] ?? '') : !row[name];
  });
  return missing.length > 0 ? failures.dataPolicy(missing.map(name => labelIn(table, name))) : undefined;
}

const labelIn = ({ columns }: Table, name: string): string => columns[name]?.label ?? labelOf(name);
