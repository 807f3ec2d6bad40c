/** What stands for a store of secrets. */
export interface Store<Stored = unknown> extends AsyncDisposable {
  /** Puts one more under a name, or another in its place. */
  put(name: string, stored: Stored): void;
  /** Each secret that was asked for, in order, and where: `itsm/jira in eu-central-1`, `vault/name`. */
  readonly asked: readonly string[];
  /** What leads a process to it, and signs it in; `undefined` is not set. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
