import { isJsonObject } from '../../simulator/is-json-object.ts';
import type { StoredIssue } from '../issue-store.ts';
import type { Jql, JqlClause } from './jql.ts';
import { parseJqlTime } from './parse-jql-time.ts';

/** The issues that a query finds, in its order; without ORDER BY the newest comes first. */
export function runJql(issues: readonly StoredIssue[], { clauses, order }: Jql, nowMs: number): readonly StoredIssue[] {
  const found = issues.filter(issue => clauses.every(clause => holds(clause, issue, nowMs)));
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

function holds({ field, values }: JqlClause, issue: StoredIssue, nowMs: number): boolean {
  switch (field) {
    case 'project':
      return isProject(issue.fields.project, values);
    case 'labels':
      return Array.isArray(issue.fields.labels) && issue.fields.labels.some(label => values.includes(label));
    case 'key':
      return values.some(value => value.toUpperCase() === issue.key || value === issue.id);
    case 'created':
      return issue.createdMs >= (parseJqlTime(values[0] ?? '', nowMs) ?? Number.POSITIVE_INFINITY);
    case 'summary': {
      const words = wordsOf(String(issue.fields.summary));
      return wordsOf(values[0] ?? '').every(word => words.includes(word));
    }
  }
}

function isProject(project: unknown, values: readonly string[]): boolean {
  if (!isJsonObject(project)) return false;
  const names = [project.key, project.name, project.id].map(name => String(name).toLowerCase());
  return values.some(value => names.includes(value.toLowerCase()));
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function compareKeys(a: string, b: string): number {
  const [projectA = '', numberA] = a.split('-');
  const [projectB = '', numberB] = b.split('-');
  if (projectA !== projectB) return projectA < projectB ? -1 : 1;
  return Number(numberA) - Number(numberB);
}
