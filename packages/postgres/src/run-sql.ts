import type { DataSource } from 'typeorm';

/** Runs one statement on some connection of the pool and gives its rows. @throws ItsmError kind `ledger`. */
export type RunSql = <Row = Readonly<Record<string, unknown>>>(
  sql: string,
  values?: readonly unknown[],
) => Promise<readonly Row[]>;

export function runSqlOn(dataSource: DataSource, toLedgerError: (error: unknown) => Error): RunSql {
  return async <Row>(sql: string, values: readonly unknown[] = []) => {
    const queryRunner = dataSource.createQueryRunner();
    try {
      // The structured result: rows alone come in another shape for an update than for a select.
      return (await queryRunner.query(sql, [...values], true)).records as readonly Row[];
    } catch (error) {
      throw toLedgerError(error);
    } finally {
      await queryRunner.release();
    }
  };
}
