import type { StatementPool } from './pool-of.ts';

/** Runs one statement on some connection of the pool and gives its rows. @throws ItsmError kind `ledger`. */
export type RunSql = <Row = Readonly<Record<string, unknown>>>(
  sql: string,
  values?: readonly unknown[],
) => Promise<readonly Row[]>;

export const runSqlOn =
  (pool: StatementPool, toLedgerError: (error: unknown) => Error): RunSql =>
  async <Row>(text: string, values: readonly unknown[] = []) => {
    try {
      return (await pool.query({ text, values: [...values] })).rows as readonly Row[];
    } catch (error) {
      throw toLedgerError(error);
    }
  };
