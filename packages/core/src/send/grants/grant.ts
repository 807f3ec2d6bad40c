/** One way of asking for a token: what its form holds beside the client and the scope. */
export interface Grant {
  /** Made anew for each request: a secret may have been rotated, and an assertion counts once. */
  form(): Promise<Readonly<Record<string, string>>>;
  /** Reads its secrets again; true when one has changed. */
  refresh(): Promise<boolean>;
  /** The config members to look at when it is refused. */
  readonly members: readonly string[];
}
