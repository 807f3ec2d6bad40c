import type { RecordedRequest } from '../simulator/recorded-request.ts';
import type { Reply } from '../simulator/reply.ts';
import { retryAfterSeconds } from '../simulator/retry-after.ts';
import { failures } from './failure.ts';
import type { IssueStore } from './issue-store.ts';

/** What every site grants, whatever else it grants: https://developer.atlassian.com/cloud/jira/platform/rate-limiting */
const windows = [
  { most: 20, ms: 2_000 },
  { most: 100, ms: 30_000 },
] as const;
const longestMs = 30_000;

/** Counts the writes to each issue, and answers those that are too many. */
export function createIssueWriteLimit(
  store: IssueStore,
  now: () => number,
): (request: RecordedRequest) => Reply | undefined {
  const writes = new Map<string, readonly number[]>();
  return request => {
    const issue = request.method === 'GET' ? undefined : writtenIssue(store, request.path);
    if (!issue) return undefined;
    const atMs = now();
    const recent = (writes.get(issue) ?? []).filter(ms => ms > atMs - longestMs);
    for (const { most, ms } of windows) {
      const inWindow = recent.filter(each => each > atMs - ms);
      const [oldest = atMs] = inWindow;
      if (inWindow.length < most) continue;
      const retryAfter = retryAfterSeconds(oldest + ms - atMs);
      return failures.tooManyWrites({ limit: most, resetMs: oldest + ms, retryAfter });
    }
    writes.set(issue, [...recent, atMs]);
    return undefined;
  };
}

function writtenIssue(store: IssueStore, path: string): string | undefined {
  const idOrKey = /\/rest\/api\/[23]\/issue\/([^/]+)/.exec(path)?.[1];
  return idOrKey ? store.find(idOrKey)?.id : undefined;
}
