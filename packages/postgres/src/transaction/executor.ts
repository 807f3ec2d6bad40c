import { ItsmError } from '@itsm-bridge/core';
import type { QueryRunner } from 'typeorm';

/** Runs statements in one transaction, as pg-boss wants it: an object with `rows`. */
export interface Executor {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

export const executorOn = (queryRunner: QueryRunner): Executor => ({
  async executeSql(text, values) {
    return { rows: (await queryRunner.query(text, values, true)).records ?? [] };
  },
});

/**
 * The caller's own transaction: a client of `pg` inside `begin` and `commit`, or TypeORM's entity manager or query runner
 * in a transaction.
 *
 * @throws ItsmError kind `input`: it is none of them.
 */
export function executorOf(transaction: unknown): Executor {
  const queryRunner = queryRunnerOf(transaction);
  if (queryRunner) return executorOn(queryRunner);
  if (isClient(transaction)) {
    return { executeSql: async (text, values) => ({ rows: (await transaction.query(text, values)).rows }) };
  }
  throw new ItsmError(
    'input',
    'The transaction is of no known kind: hand in a client of pg (not a pool), or the entity manager or query runner of a TypeORM transaction.',
  );
}

interface PgClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

function queryRunnerOf(value: unknown): QueryRunner | undefined {
  const own = value as Partial<QueryRunner> & { readonly queryRunner?: QueryRunner };
  const found = own?.queryRunner ?? (typeof own?.startTransaction === 'function' ? (own as QueryRunner) : undefined);
  return found?.isTransactionActive ? found : undefined;
}

/** A pool would run each statement on another connection, and TypeORM outside a transaction as well. */
const isClient = (value: unknown): value is PgClient => {
  const own = value as { readonly query?: unknown; readonly idleCount?: unknown; readonly transaction?: unknown };
  return typeof own?.query === 'function' && own.idleCount === undefined && own.transaction === undefined;
};
