/** What a template puts out: its own text, and values that become text once it is known where they stand. */
export type Chunk = string | Printed;

export interface Printed {
  readonly value: unknown;
}
