import type { StatementPool } from './pool-of.ts';
import type { Prepared } from './prepared.ts';

/** Runs one statement on some connection of the pool and gives its rows. @throws ItsmError kind `ledger`. */
export type RunSql = <Row = Readonly<Record<string, unknown>>>(
  sql: string | Prepared,
  values?: readonly unknown[],
) => Promise<readonly Row[]>;

export const runSqlOn =
  (pool: StatementPool, toLedgerError: (error: unknown) => Error): RunSql =>
  async <Row>(sql: string | Prepared, values: readonly unknown[] = []) => {
    const statement = typeof sql === 'string' ? { text: sql } : sql;
    try {
      return (await pool.query({ ...statement, values: [...values] })).rows as readonly Row[];
    } catch (error) {
      throw toLedgerError(error);
    }
  };
