import type { Context } from '../context.ts';
import type { Jql } from '../jql/jql.ts';
import { valueComplaint } from '../jql/value-complaint.ts';

/** Every value of a query that does not exist for whoever asks; to a stranger no project and no issue does. */
export function queryComplaints({ clauses }: Jql, context: Context): readonly string[] {
  const granted = context.access === 'granted';
  return clauses.flatMap(clause => {
    const { field, values } = clause;
    if (field === 'key') return values.flatMap(key => (granted && context.store.find(key) ? [] : keyComplaint(key)));
    const site = granted ? context.site : { ...context.site, projects: [] };
    return values.flatMap(value => {
      const single = { clauses: [{ ...clause, values: [value] }], order: [] };
      return valueComplaint(single, { site, now: context.now }) ?? [];
    });
  });
}

const keyComplaint = (key: string): string =>
  /^[A-Z][A-Z0-9_]*-\d+$|^\d+$/i.test(key)
    ? `An issue with key '${key}' does not exist for field 'key'.`
    : `The issue key '${key}' for field 'key' is invalid.`;
