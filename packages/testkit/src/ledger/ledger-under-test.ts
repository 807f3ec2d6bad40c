import type { Ledger } from '@itsm-bridge/core';

/** The test functions of whatever runner is in use. */
export interface TestRunner {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
}

export interface LedgerUnderTest {
  /** Need not be empty: every test uses keys and jobs of its own. The suite does not close it. */
  readonly ledger: Ledger;
  /** Another connection to the same store, for races. @default the ledger itself */
  readonly second?: Ledger;
  /** The time by the store's clock. */
  now(): Date;
  /** Lets time pass for the store: a fake clock moves on, or the times in the rows move back. */
  pass(ms: number): Promise<void>;
  /** A second way to the rows, so that a ledger cannot agree with itself and be wrong. */
  readonly probe?: LedgerProbe;
}

export interface LedgerProbe {
  /** In the order of their ids. */
  events(key: string): Promise<readonly StoredEvent[]>;
  /** In the order in which they were recorded. */
  dryRunPayloads(key: string): Promise<readonly unknown[]>;
  /** False for a job that is not on record. */
  ticketCreated(jobId: string): Promise<boolean>;
}

export interface StoredEvent {
  readonly id: bigint;
  readonly type: string;
  readonly at: Date;
  readonly payload?: unknown;
}

/** Opens the ledger once for the whole suite, in the first test that needs it. */
export type OpenLedger = () => Promise<LedgerUnderTest>;
