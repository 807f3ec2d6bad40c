/** A value that prints as `[secret]` wherever it ends up, until it is revealed. */
export interface Secret {
  reveal(): Promise<string>;
  /** Reads it from its provider again; true when it changed. */
  refresh(): Promise<boolean>;
  toString(): '[secret]';
  toJSON(): '[secret]';
}

export interface SecretProvider {
  /** `env`, `file`, `aws`: the text before the colon of `${file:/run/secrets/x}`; `env` is also the bare `${NAME}`. */
  readonly scheme: string;
  /** @throws ItsmError kind `config` that names the missing reference and what to do. */
  read(reference: string): Promise<string>;
}
