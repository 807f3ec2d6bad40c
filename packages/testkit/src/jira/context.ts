import type { IssueStore } from './issue-store.ts';
import type { Access } from './sign-in.ts';
import type { Site } from './site.ts';

/** What every answer of the site may need. */
export interface Context {
  readonly site: Site;
  readonly store: IssueStore;
  readonly url: string;
  readonly now: () => number;
  readonly access: Access;
  /** v3 speaks documents, v2 strings. */
  readonly version: '2' | '3';
}
