/** What a create carried, as it was sent. */
export interface SentPayload {
  readonly payload: unknown;
  /** When it went out, by the clock of the process that sent it. */
  readonly at: Date;
}
