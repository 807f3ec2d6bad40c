import type { Issue } from './issue.ts';

/** An issue with what only the site needs to know. Replaced, never changed. */
export interface StoredIssue extends Issue {
  readonly createdMs: number;
}

export interface IssueStore {
  /** All issues in the order they were made. */
  all(): readonly StoredIssue[];
  /** By id, or by key in any case. */
  find(idOrKey: string): StoredIssue | undefined;
  nextId(): string;
  /** The next key of a project, skipping the site's gaps. Each call gives out a new one. */
  nextKey(project: string): string;
  nextCommentId(): string;
  put(issue: StoredIssue): void;
  snapshot(): () => void;
}

export function createIssueStore(skipKeys: ReadonlySet<number>): IssueStore {
  let issues = new Map<string, StoredIssue>();
  let ids = new Map<string, string>();
  let keys = new Map<string, number>();
  let comments = 10_000;
  return {
    all: () => [...issues.values()],
    find: idOrKey => issues.get(ids.get(idOrKey.toUpperCase()) ?? idOrKey),
    nextId: () => `${10_001 + issues.size}`,
    nextKey: project => {
      let number = (keys.get(project) ?? 0) + 1;
      while (skipKeys.has(number)) number += 1;
      keys.set(project, number);
      return `${project}-${number}`;
    },
    nextCommentId: () => {
      comments += 1;
      return `${comments}`;
    },
    put: issue => {
      issues.set(issue.id, issue);
      ids.set(issue.key, issue.id);
    },
    snapshot: () => {
      const before = { issues: new Map(issues), ids: new Map(ids), keys: new Map(keys), comments };
      return () => {
        ({ issues, ids, keys, comments } = before);
      };
    },
  };
}
