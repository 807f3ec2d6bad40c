import { keysOn, type MarkedIssue, numberIn } from './marked-issue.ts';

/** About a megabyte. What is forgotten is read once more. */
const most = 10_000;

/** Whose the issues are that walks have read. */
export interface KnownIssues {
  /** The issue of this number is one of another delivery than these. */
  isOfAnother(number: number, keys: ReadonlySet<string>): boolean;
  learn(issues: readonly MarkedIssue[]): void;
}

/**
 * Walks after an outage read the same keys again and again, and what they read is mostly ours. An issue that carries the
 * marker of one delivery will never be the issue of another, so it needs no second reading.
 *
 * Nothing else is remembered: an issue without a marker may be one whose labels were not there yet, a missing one may be
 * committed late, and the issue of the delivery itself may be deleted.
 */
export function createKnownIssues(project: string): KnownIssues {
  const byNumber = new Map<number, readonly string[]>();
  return {
    isOfAnother(number, keys) {
      const known = byNumber.get(number);
      return known !== undefined && !known.some(key => keys.has(key));
    },
    learn(issues) {
      for (const issue of issues) {
        const keys = keysOn(issue);
        const number = numberIn(project, issue);
        if (keys.length > 0 && number !== undefined) byNumber.set(number, keys);
      }
      for (const number of byNumber.keys()) {
        if (byNumber.size <= most) return;
        byNumber.delete(number);
      }
    },
  };
}
