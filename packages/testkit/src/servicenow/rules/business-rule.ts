import type { Reply } from '../../simulator/reply.ts';
import { failures } from '../failure.ts';
import type { Row } from '../row/row.ts';
import type { Table } from '../schema/table.ts';
import { sysIdOf } from '../sys-id-of.ts';
import type { BusinessRule, RuleOptions } from './rule-options.ts';

/** The refusal of the first rule that aborts the write; undefined lets it pass. */
export function refuseByRule(table: Table, row: Row, before: Row | undefined, options: RuleOptions): Reply | undefined {
  const rule = rulesOf(table, before, options).find(({ abort }) => abort?.(row, before));
  return rule && failures.abortedByRule(table.name, rule.name, sysIdOf('sys_script', rule.name));
}

/** What the rules make of a stored record. */
export const changeByRules = (table: Table, row: Row, before: Row | undefined, options: RuleOptions): Row =>
  rulesOf(table, before, options).reduce((changed, { change }) => change?.(changed) ?? changed, row);

const rulesOf = (table: Table, before: Row | undefined, { rules = [] }: RuleOptions): readonly BusinessRule[] =>
  rules.filter(
    rule =>
      table.lineage.includes(rule.table) && (rule.when === 'both' || rule.when === (before ? 'update' : 'insert')),
  );
