import type { IssueStore, StoredIssue } from '../issue-store.ts';
import type { Jql } from './jql.ts';

/** The issues among which those of a query are: all, or those of its labels, which are found without reading all. */
export function candidates(store: IssueStore, { clauses }: Jql): readonly StoredIssue[] {
  const clause = clauses.find(({ field }) => field === 'labels');
  return clause ? [...new Set(clause.values.flatMap(label => store.labelled(label)))] : store.all();
}
