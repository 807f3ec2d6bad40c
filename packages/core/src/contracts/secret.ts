/** A value that prints as `[secret]` wherever it ends up, until it is revealed. */
export interface Secret {
  reveal(): Promise<string>;
  /** Reads it from its provider again; true when it changed. */
  refresh(): Promise<boolean>;
  toString(): '[secret]';
  toJSON(): '[secret]';
}

/** Where secrets are read from. What it has read is kept in memory by core, and read again after a sign-in was refused. */
export interface SecretProvider {
  /** `env`, `file`, `aws`: the text before the colon of `${file:/run/secrets/x}`; `env` is also the bare `${NAME}`. */
  readonly scheme: string;
  /**
   * Its secrets may be JSON objects: of `${aws:db/prod#password}` it is asked for `db/prod`, once for all members, and core
   * picks the member. @default false: a `#` is part of the name
   */
  readonly hasMembers?: boolean;
  /**
   * The whole text of a secret. Never kept by the provider: it is asked when a newer one is wanted.
   *
   * @throws ItsmError that names the reference and what to do, never the value: kind `config` for one that is missing or denied,
   *   `unavailable` where asking later may help.
   */
  read(reference: string): Promise<string>;
}
