export interface IssueComment {
  readonly id: string;
  /** As it was sent: a document on v3, a string on v2. */
  readonly body: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  /** `2021-01-17T12:34:00.000+0000` */
  readonly created: string;
}

export interface Issue {
  /** Digits, as text. */
  readonly id: string;
  readonly key: string;
  /** As stored. Rich text stays as it was sent: a document on v3, a string on v2. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly comments: readonly IssueComment[];
}
