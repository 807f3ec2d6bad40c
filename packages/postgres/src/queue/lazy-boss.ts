import type { DataSource } from 'typeorm';
import { poolOf } from '../pool-of.ts';
import type { Executor } from '../transaction/executor.ts';
import { type OpenBoss, openBoss } from './open-boss.ts';

export interface LazyBoss {
  open(): Promise<OpenBoss>;
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
