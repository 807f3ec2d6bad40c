import type { DataSource } from 'typeorm';
import { type Executor, executorOn } from './executor.ts';

/** Runs the work in a transaction of its own: committed with its result, rolled back where it throws or has none. */
export async function inTransaction<Result>(
  dataSource: DataSource,
  work: (db: Executor) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    const result = await work(executorOn(runner));
    if (result !== undefined) await runner.commitTransaction();
    return result;
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {});
    await runner.release();
  }
}
