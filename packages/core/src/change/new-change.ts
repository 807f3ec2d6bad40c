import type { Fields } from '../contracts.ts';

export interface NewAttachment {
  /** As it is called on the ticket: without a folder. */
  readonly name: string;
  readonly content: Uint8Array;
  /** @default 'application/octet-stream' */
  readonly mediaType?: string;
}

/**
 * What is to happen to the tickets: reopened first, resolved last; fields, attachment and note in between. After a file that
 * could not be attached the rest is not done.
 */
export interface NewChange {
  /**
   * The same id again adds nothing. Without one a note is known by its text, so that the same note twice is one note: give
   * an id to have it there twice. The other changes can be repeated, and are sent each time.
   */
  readonly id?: string;
  /** Markdown. Internal unless the integration's `audience` is `customer`. */
  readonly note?: string;
  readonly fields?: Fields;
  /** Known by its name and content without an id: the same file again is the same attachment. */
  readonly attach?: NewAttachment;
  /** Into the state that the platform counts as done; fields go with it. Never together with `reopen`. */
  readonly resolve?: true | Fields;
  readonly reopen?: true | Fields;
}
