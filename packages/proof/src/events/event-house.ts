/** What a server of events uses. */
export interface Usage {
  /** What it holds on to: the heap and the buffers outside of it, after a full collection. In megabytes. */
  readonly heldMb: number;
  /** What the operating system sees, in megabytes. */
  readonly residentMb: number;
  /** Of the processor, since its start. */
  readonly cpuMs: number;
}

export interface Happening {
  readonly count: number;
  /** So many come together; what comes together leaves together. */
  readonly together: number;
  /** @default no payload, as of a ticket */
  readonly payloadBytes?: number;
}

/** A server of events, and the hand that makes them. */
export interface EventHouse extends AsyncDisposable {
  readonly port: number;
  readonly heartbeatMs: number;
  /** Puts events on record. */
  happen(events: Happening): Promise<void>;
  usage(): Promise<Usage>;
}
