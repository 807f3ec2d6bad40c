import type { Pool, QueryConfig, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';

/** `query_timeout` is pg's own; its types know it on a client alone. */
type Timed = QueryConfig & { readonly query_timeout?: number };
export interface StatementPool {
  query(statement: Timed): Promise<QueryResult>;
}

/** Milliseconds. A statement waits for another one's lock at the most as long as that takes to commit. */
export const answerWithinMs = 30_000;

export interface PoolOptions {
  /** @default `answerWithinMs` */
  readonly withinMs?: number;
  /** False where connections share one session, which keeps the names of those that have ended. @default true */
  readonly keepsNames?: boolean;
}

/**
 * pg's own pool below TypeORM, for statements that are a transaction of their own. It gives up a connection whose statement
 * fails, and with it one that has gone silent: TypeORM would put that back for the next one to wait on.
 *
 * A pooler in between may lend each statement another connection of the server, on which nobody knows its name. Such a
 * statement has done nothing; it is sent again in full, and from then on all of them are.
 */
export function poolOf(
  dataSource: DataSource,
  { withinMs = answerWithinMs, keepsNames = true }: PoolOptions = {},
): StatementPool {
  const { master } = dataSource.driver as unknown as { readonly master: Pool };
  let knowsNames = keepsNames;
  return {
    async query({ name, ...statement }) {
      const timed: Timed = { ...statement, query_timeout: withinMs };
      if (name === undefined || !knowsNames) return master.query(timed);
      try {
        return await master.query({ ...timed, name } as QueryConfig);
      } catch (error) {
        if (!isNameUnknown(error)) throw error;
        knowsNames = false;
        return master.query(timed);
      }
    },
  };
}

/** `invalid_sql_statement_name`: it is not prepared here; `duplicate_prepared_statement`: somebody else has done so. */
const isNameUnknown = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '26000' || error.code === '42P05');
