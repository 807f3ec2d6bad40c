import type { Connection } from '../site/connection.ts';
import { type IssuePage, searchIssues } from './search-issues.ts';

/**
 * The issues of the project that were created last, as far as search shows them, the newest first.
 *
 * @param minutesAgo leaves out those that are newer; a date would be read in the time zone of the account
 */
export function newestIssues(connection: Connection, signal: AbortSignal, minutesAgo?: number): Promise<IssuePage> {
  const created = minutesAgo === undefined ? '' : ` AND created <= "-${minutesAgo}m"`;
  return searchIssues(connection, `project = "${connection.project}"${created} ORDER BY created DESC`, signal);
}
