import { withReferences } from './reference.ts';

/**
 * The same markup with references for the characters over which Jira carries no mark: control and format characters, and
 * numbers that are no digits, such as ½.
 */
export function underMarks(markup: string): string {
  return withReferences(markup, /([^\p{L}\p{Nd}\p{Z}\p{S}\p{M}\p{P}])(\)*)/gu);
}
