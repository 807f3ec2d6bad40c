import { ItsmError } from '@itsm-bridge/core';
import type { Connection } from '../site/connection.ts';
import { type MarkedIssue, numberIn } from './marked-issue.ts';
import { newestIssues } from './newest-issues.ts';

/** Jira's clock and ours may differ: an issue has to be this much older than the doubt to count as older. */
const clockMarginMs = 5 * 60_000;
/** Of the newest older issues, not all are moved ones when there are this many. */
const enough = 10;

export interface StretchOfKeys {
  /** An issue created since the doubt has this number or a higher one. */
  readonly start: number;
  /** The highest number that search shows of the newest issues; keys go on beyond it while search lags. */
  readonly shown: number;
}

/**
 * Which key numbers an issue created since `from` can have, as far as search knows: from after the issues that are
 * certainly older.
 *
 * An old issue that was moved into the project has a new, high key. So the lowest number of many older issues counts,
 * not the number of one: starting too early costs a page, starting too late would miss our issue.
 */
export async function stretchOfKeys(connection: Connection, from: Date, signal: AbortSignal): Promise<StretchOfKeys> {
  const { project, clock } = connection;
  const before = from.getTime() - clockMarginMs;
  const isOlder = ({ fields }: MarkedIssue): boolean => Date.parse(fields?.created ?? '') < before;
  const newest = await newestIssues(connection, signal);
  const numbers = (issues: readonly MarkedIssue[]) => issues.flatMap(issue => numberIn(project, issue) ?? []);
  const [first] = newest.issues;
  if (first && numbers(newest.issues).length === 0) {
    // Found under the old key, answered under the new one: a walk of the old keys would see the end of the project at once.
    const message = `project_key: the issues of ${project} are called ${first.key} and the like now; set it to that.`;
    throw new ItsmError('config', message);
  }
  const shown = Math.max(0, ...numbers(newest.issues));
  let older = newest.issues.filter(isOlder);
  if (newest.more && older.length < enough) {
    // A storm has made more than a page since.
    const minutes = Math.ceil((clock.now().getTime() - before) / 60_000);
    older = (await newestIssues(connection, signal, minutes)).issues.filter(isOlder);
  }
  const below = numbers(older);
  return { start: below.length > 0 ? Math.min(...below) + 1 : 1, shown };
}
