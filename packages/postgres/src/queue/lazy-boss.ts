import type { DataSource } from 'typeorm';
import { poolOf } from '../pool-of.ts';
import type { Executor } from '../transaction/executor.ts';
import { type OpenBoss, openBoss } from './open-boss.ts';

export interface LazyBoss {
  open(): Promise<OpenBoss>;
  /** Its tables are gone, or a queue is: the next call makes them anew. */
  forget(): void;
  close(): Promise<void>;
}

/** Opened with the first call, and again after one that failed. */
export function lazyBoss(dataSource: DataSource, schema: string): LazyBoss {
  let opening: Promise<OpenBoss> | undefined;
  return {
    open() {
      opening ??= openBoss(schema, executorOn(dataSource), () => {}).catch(error => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    forget() {
      opening = undefined;
    },
    async close() {
      await opening?.then(({ close }) => close()).catch(() => {});
    },
  };
}

/** pg-boss sends several statements in one text, which a query runner does not take apart. */
function executorOn(dataSource: DataSource): Executor {
  const pool = poolOf(dataSource);
  return {
    async executeSql(text, values) {
      const result = await pool.query({ text, ...(values ? { values } : {}) });
      return { rows: result.rows ?? [] };
    },
  };
}
