import type { Pruned } from '../contracts.ts';
import type { PageQuery } from './page-query.ts';

export interface CallOptions {
  /** Ends waits and requests; what is in flight then goes on record as unknown. */
  readonly signal?: AbortSignal;
}

export interface CheckOptions extends CallOptions {
  /** @default a built-in analysis with every member that the documentation names */
  readonly sample?: unknown;
  readonly online?: boolean;
}

export interface CreateOptions extends CallOptions {
  /** Stays until an unknown outcome is settled, which takes as long as the integration's settle window. */
  readonly wait?: boolean;
}

export interface EnqueueOptions extends CallOptions {
  /**
   * Of the host, on the ledger's database: the analysis is queued with its commit, and never heard of with its rollback.
   * A client of `pg`, or the entity manager or query runner of a TypeORM transaction.
   */
  readonly transaction?: unknown;
}

export interface PruneOptions extends CallOptions {
  /** Counts what would be removed, and removes nothing. @default false */
  readonly dryRun?: boolean;
  /** After each batch: what is removed so far. */
  onProgress?(soFar: Pruned): void;
}

export interface RestoredOptions {
  /** When the backup was begun; rather too early than too late. */
  readonly backupAt: Date;
  /** For how long a look comes before each send: until nobody hands in again what was handed in since. 0 ends it. */
  readonly forMs: number;
}

export interface ReplayOptions extends CallOptions {
  /** Who asked for it, for the record. @default unknown */
  readonly by?: string;
}

export interface LinkOptions extends CallOptions {
  /** What people call it: INC0010001, OPS-17. */
  readonly ticket: string;
  /** Who has found it, for the record. */
  readonly by: string;
}

export interface RehearsalQuery extends PageQuery {
  /** @default all of the environment */
  readonly integration?: string;
  /** Of one delivery: at most one. @default all of them */
  readonly key?: string;
}

export interface AuditPageQuery extends PageQuery {
  /** Of one delivery. @default all of the environment */
  readonly key?: string;
}

/** Which dead letters: one by its key, or all that failed. */
export type ReplayQuery = { readonly key: string } | { readonly failed: true };

export interface ReviewOptions extends CallOptions {
  /** Who decided, for the record. */
  readonly by: string;
  /** Why it is rejected. */
  readonly reason?: string;
}

export interface FollowOptions extends CallOptions {
  /** Events with a larger id. @default those that happen from now on */
  readonly after?: bigint;
  /** @default those of every job */
  readonly jobId?: string;
  /** Its name. @default those of every integration */
  readonly integration?: string;
  /** Between two looks where no news comes: a connection can go silent without an error. @default 5_000 */
  readonly pollMs?: number;
}
