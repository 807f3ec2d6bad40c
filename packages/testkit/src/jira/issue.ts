export interface IssueComment {
  readonly id: string;
  /** As it was sent: a document on v3, a string on v2. */
  readonly body: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  /** `2021-01-17T12:34:00.000+0000` */
  readonly created: string;
  readonly updated: string;
  /** Whether the customers of a service desk do not see it. Outside of one, false. */
  readonly internal: boolean;
}

export interface Attachment {
  /** Digits, as text. */
  readonly id: string;
  readonly filename: string;
  readonly mimeType: string;
  /** In bytes. */
  readonly size: number;
  readonly content: Uint8Array;
  readonly created: string;
}

/** A link to something elsewhere. What it was last sent without, it does not have. */
export interface RemoteLink {
  readonly id: number;
  /** Names the link within its issue: a second one with the same name replaces the first. */
  readonly globalId: string | undefined;
  readonly relationship: string | undefined;
  readonly application: Readonly<Record<string, unknown>>;
  readonly object: Readonly<Record<string, unknown>> & { readonly url: string; readonly title: string };
}

export interface Issue {
  /** Digits, as text. */
  readonly id: string;
  readonly key: string;
  /** As stored. Rich text stays as it was sent: a document on v3, a string on v2. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly comments: readonly IssueComment[];
  readonly attachments: readonly Attachment[];
  readonly remoteLinks: readonly RemoteLink[];
}
