import type { Pool, QueryConfig, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';

/** `query_timeout` is pg's own; its types know it on a client alone. */
type Timed = QueryConfig & { readonly query_timeout?: number };
export interface StatementPool {
  query(statement: Timed): Promise<QueryResult>;
}

/** Milliseconds. A statement waits for another one's lock at the most as long as that takes to commit. */
export const answerWithinMs = 30_000;

/**
 * pg's own pool below TypeORM, for statements that are a transaction of their own. It gives up a connection whose statement
 * fails, and with it one that has gone silent: TypeORM would put that back for the next one to wait on.
 */
export function poolOf(dataSource: DataSource, withinMs = answerWithinMs): StatementPool {
  const { master } = dataSource.driver as unknown as { readonly master: Pool };
  return { query: statement => master.query({ ...statement, query_timeout: withinMs } as QueryConfig) };
}
