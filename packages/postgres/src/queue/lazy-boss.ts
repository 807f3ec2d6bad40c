import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
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
      opening ??= openBoss(schema, poolOf(dataSource), () => {}).catch(error => {
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

/** pg's own pool below TypeORM: pg-boss sends several statements in one text, which a query runner does not take apart. */
function poolOf(dataSource: DataSource): Executor {
  const { master } = dataSource.driver as unknown as { readonly master: Pool };
  return {
    async executeSql(text, values) {
      const result = await master.query(text, values);
      return { rows: result.rows ?? [] };
    },
  };
}
