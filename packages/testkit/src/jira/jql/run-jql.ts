import type { StoredIssue } from '../issue-store.ts';
import { compareKeys } from './compare-keys.ts';
import type { Jql } from './jql.ts';
import { testOf } from './test-of.ts';

/** The issues that a query finds, in its order; without ORDER BY the newest comes first. */
export function runJql(issues: readonly StoredIssue[], { clauses, order }: Jql, nowMs: number): readonly StoredIssue[] {
  const tests = clauses.map(clause => testOf(clause, nowMs));
  const found = issues.filter(issue => tests.every(test => test(issue)));
  const keys = order.length > 0 ? order : [{ field: 'created', descending: true } as const];
  return found.toSorted((a, b) => {
    for (const { field, descending } of keys) {
      const difference =
        field === 'key' ? compareKeys(a.key, b.key) : a.createdMs - b.createdMs || Number(a.id) - Number(b.id);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
}
