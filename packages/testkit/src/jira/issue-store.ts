import { createCounter } from '../simulator/counter.ts';
import { createUndoLog } from '../simulator/undo-log.ts';
import { createValueIndex } from '../simulator/value-index.ts';
import type { Attachment, Issue } from './issue.ts';

/** An issue with what only the site needs to know. Replaced, never changed. */
export interface StoredIssue extends Issue {
  readonly createdMs: number;
}

export interface IssueStore {
  /** All issues in the order they were made. */
  all(): readonly StoredIssue[];
  /** By id, or by key in any case. */
  find(idOrKey: string): StoredIssue | undefined;
  /** The issues that carry exactly this label, in no promised order. */
  labelled(label: string): readonly StoredIssue[];
  /** An attachment by its id, with the issue that has it. */
  findAttachment(id: string): { readonly issue: StoredIssue; readonly attachment: Attachment } | undefined;
  nextId(): string;
  /** The next key of a project, skipping the site's gaps. Each call gives out a new one. */
  nextKey(project: string): string;
  nextCommentId(): number;
  nextAttachmentId(): number;
  nextRemoteLinkId(): number;
  put(issue: StoredIssue): void;
  /** Runs `work` and takes back what it stored and the numbers it used. */
  rehearse<T>(work: () => T): T;
}

export function createIssueStore(skipKeys: ReadonlySet<number>): IssueStore {
  const issues = new Map<string, StoredIssue>();
  const ids = new Map<string, string>();
  const keys = new Map<string, number>();
  const byLabel = createValueIndex();
  const undoLog = createUndoLog();
  return {
    all: () => [...issues.values()],
    find: idOrKey => issues.get(ids.get(idOrKey.toUpperCase()) ?? idOrKey),
    labelled: label =>
      byLabel
        .idsOf(label)
        .map(id => issues.get(id))
        .filter(issue => issue !== undefined),
    findAttachment: id => {
      for (const issue of issues.values()) {
        const attachment = issue.attachments.find(each => each.id === id);
        if (attachment) return { issue, attachment };
      }
      return undefined;
    },
    nextId: () => `${10_001 + issues.size}`,
    nextKey: project => {
      const last = keys.get(project) ?? 0;
      let number = last + 1;
      while (skipKeys.has(number)) number += 1;
      keys.set(project, number);
      undoLog.note(() => keys.set(project, last));
      return `${project}-${number}`;
    },
    nextCommentId: createCounter(undoLog),
    nextAttachmentId: createCounter(undoLog),
    nextRemoteLinkId: createCounter(undoLog),
    put: issue => {
      const before = issues.get(issue.id);
      issues.set(issue.id, issue);
      ids.set(issue.key, issue.id);
      byLabel.move(issue.id, labelsOf(before), labelsOf(issue));
      undoLog.note(() => {
        if (before) issues.set(issue.id, before);
        else {
          issues.delete(issue.id);
          ids.delete(issue.key);
        }
        byLabel.move(issue.id, labelsOf(issue), labelsOf(before));
      });
    },
    rehearse: undoLog.rehearse,
  };
}

export const labelsOf = (issue: StoredIssue | undefined): readonly string[] =>
  Array.isArray(issue?.fields.labels) ? issue.fields.labels : [];
