import { isJsonObject } from '../../simulator/is-json-object.ts';
import { labelsOf, type StoredIssue } from '../issue-store.ts';
import type { JqlClause } from './jql.ts';
import { parseJqlTime } from './parse-jql-time.ts';

type Test = (issue: StoredIssue) => boolean;

/** What a clause asks of an issue. Its values are read once, not once an issue: there may be thousands. */
export function testOf({ field, operator, values }: JqlClause, nowMs: number): Test {
  switch (field) {
    case 'project':
      return isInProject(values);
    case 'labels':
      return issue => labelsOf(issue).some(label => values.includes(label));
    case 'key':
      return issue => values.some(value => value.toUpperCase() === issue.key || value === issue.id);
    case 'created': {
      const time = parseJqlTime(values[0] ?? '', nowMs) ?? Number.NaN;
      return issue => (operator === '<=' ? issue.createdMs <= time : issue.createdMs >= time);
    }
    case 'summary': {
      const wanted = wordsOf(values[0] ?? '');
      return issue => {
        const words = wordsOf(String(issue.fields.summary));
        return wanted.every(word => words.includes(word));
      };
    }
  }
}

function isInProject(values: readonly string[]): Test {
  const wanted = values.map(value => value.toLowerCase());
  const isNamed = (name: unknown): boolean =>
    values.includes(String(name)) || wanted.includes(String(name).toLowerCase());
  return ({ fields: { project } }) =>
    isJsonObject(project) && (isNamed(project.key) || isNamed(project.name) || isNamed(project.id));
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
