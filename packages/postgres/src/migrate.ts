import { type DataSource, MigrationExecutor } from 'typeorm';

/**
 * Brings the schema up to date: all of it or nothing, and one process at a time. The lock belongs to the transaction, so
 * that it also holds behind a pooler that hands out connections per transaction.
 */
export async function migrate(dataSource: DataSource, schema: string): Promise<void> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    await queryRunner.startTransaction();
    await queryRunner.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `itsm-bridge migrations ${schema}`,
    ]);
    // Not `if not exists`: that asks for the right to create schemas even where there is nothing to create.
    const [found]: readonly { readonly missing: boolean }[] = await queryRunner.query(
      'select to_regnamespace($1) is null as missing',
      [`"${schema}"`],
    );
    if (found?.missing) await queryRunner.query(`create schema "${schema}"`);
    await new MigrationExecutor(dataSource, queryRunner).executePendingMigrations();
    await queryRunner.commitTransaction();
  } catch (error) {
    if (queryRunner.isTransactionActive) await queryRunner.rollbackTransaction().catch(() => {});
    throw error;
  } finally {
    await queryRunner.release();
  }
}
