import type { Context } from '../context.ts';
import { projectCalled } from '../find-project.ts';
import type { Jql } from './jql.ts';
import { parseJqlTime } from './parse-jql-time.ts';

/** What is wrong with a value of a query that could be read: a project that does not exist, a time that is none. */
export function valueComplaint({ clauses }: Jql, { site, now }: Pick<Context, 'site' | 'now'>): string | undefined {
  for (const { field, values } of clauses)
    for (const value of values) {
      const known =
        field !== 'project' || projectCalled(site, value) || site.projects.some(({ name }) => name === value);
      if (!known) return `The value '${value}' does not exist for the field 'project'.`;
      if (field === 'created' && parseJqlTime(value, now()) === undefined)
        return `Date value '${value}' for field 'created' is invalid.`;
    }
  return undefined;
}
