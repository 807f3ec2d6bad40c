import type { Connection } from '../site/connection.ts';
import { createKnownIssues } from './known-issues.ts';
import { type MarkedIssue, numberIn } from './marked-issue.ts';
import { readInBulk, readOneByOne } from './read-by-key.ts';
import { shareWalk, type Walk } from './share-walk.ts';
import { stretchOfKeys } from './stretch-of-keys.ts';

/**
 * A gap of so many missing keys beyond what search shows ends a walk. On Cloud that is what one request reads; on Data
 * Center each key is a request, and search is behind by less.
 */
const pageSizes = { cloud: 100, datacenter: 20 } as const;

/**
 * Every issue of the project that may be one of these deliveries', read by key.
 *
 * Keys are sequential within a project, with gaps, and reading by key sees what search does not show yet. A walk starts
 * below all that may be ours, leaves out what is known to be another delivery's, and ends where a whole page of keys
 * beyond what search shows has no issue. One that fails does not lose what it has read.
 */
export function walkKeys(connection: Connection): Walk {
  const known = createKnownIssues(connection.project);
  return shareWalk(async ({ from, keys }, signal) => {
    const deployment = await connection.api.deployment();
    const { [deployment]: pageSize } = pageSizes;
    const read = deployment === 'cloud' ? readInBulk(connection) : readOneByOne(connection);
    const seen: MarkedIssue[] = [];
    const { start, shown } = await stretchOfKeys(connection, from, signal);
    let last = shown;
    for (let next = start; ; ) {
      const numbers: number[] = [];
      for (; numbers.length < pageSize; next++) {
        if (known.isOfAnother(next, keys)) last = Math.max(last, next);
        else numbers.push(next);
      }
      const issues = await read(numbers, signal);
      if (issues.length === 0 && numbers.every(number => number > last)) return seen;
      known.learn(issues);
      // An issue that was moved away is answered under its new key: it may be ours, but says nothing of this project.
      last = Math.max(last, ...issues.map(issue => numberIn(connection.project, issue) ?? 0));
      seen.push(...issues);
    }
  });
}
