import { ItsmError } from '@itsm-bridge/core';
import { z } from 'zod';
import { propertyKey } from '../prepare/payload.ts';
import type { Connection } from '../site/connection.ts';
import { insist } from './insist.ts';
import { createKnownIssues } from './known-issues.ts';
import { type MarkedIssue, markedIssue, numberIn } from './marked-issue.ts';
import { shareWalk, type Walk } from './share-walk.ts';
import { stretchOfKeys } from './stretch-of-keys.ts';

/** What POST /rest/api/3/issue/bulkfetch takes at the most. */
const pageSize = 100;

const answer = z.object({ issues: z.array(markedIssue) });

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
    const seen: MarkedIssue[] = [];
    const { start, shown } = await stretchOfKeys(connection, from, signal);
    let last = shown;
    for (let next = start; ; ) {
      const numbers: number[] = [];
      for (; numbers.length < pageSize; next++) {
        if (known.isOfAnother(next, keys)) last = Math.max(last, next);
        else numbers.push(next);
      }
      const issues = await readIssues(connection, numbers, signal);
      if (issues.length === 0 && numbers.every(number => number > last)) return seen;
      known.learn(issues);
      // An issue that was moved away is answered under its new key: it may be ours, but says nothing of this project.
      last = Math.max(last, ...issues.map(issue => numberIn(connection.project, issue) ?? 0));
      seen.push(...issues);
    }
  });
}

async function readIssues(
  { api, project, clock }: Connection,
  numbers: readonly number[],
  signal: AbortSignal,
): Promise<readonly MarkedIssue[]> {
  const asked = {
    issueIdsOrKeys: numbers.map(number => `${project}-${number}`),
    fields: ['labels', 'created'],
    properties: [propertyKey],
  };
  const { data } = await insist(() => api.post('/issue/bulkfetch', asked, { signal }), clock, signal);
  const parsed = answer.safeParse(data);
  if (!parsed.success) throw new ItsmError('unavailable', 'The look-up by key was answered without a list of issues.');
  return parsed.data.issues;
}
