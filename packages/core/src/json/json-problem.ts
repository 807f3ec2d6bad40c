/** Why a text is no JSON, or none that we take. The message repeats one character of the text at most: it may be a secret's. */
export interface JsonProblem {
  /** Into the text, from 0. */
  readonly offset: number;
  readonly message: string;
}
