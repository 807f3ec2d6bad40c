import type { OldTexts, Pruned, Retention } from '@itsm-bridge/core';
import type { RunSql } from '../run-sql.ts';
import {
  countOldSql,
  pruneAuditSql,
  pruneChangesSql,
  pruneDeliveriesSql,
  pruneDryRunsSql,
  pruneEventsSql,
} from '../sql/prune.sql.ts';

/** @param indexed Those that batches are found by may not be there yet. */
export function createSqlRetention(run: RunSql, schema: string, indexed: () => Promise<void>): Retention {
  const batch = async (sql: string, { environment, keepMs }: OldTexts, limit: number) =>
    (await run(sql, [environment, keepMs, limit])).length;
  return {
    async prune(old, limit): Promise<Pruned> {
      await indexed();
      return {
        deliveries: await batch(pruneDeliveriesSql(schema), old, limit),
        changes: await batch(pruneChangesSql(schema), old, limit),
        dryRuns: await batch(pruneDryRunsSql(schema), old, limit),
        events: await batch(pruneEventsSql(schema), old, limit),
        audit: await batch(pruneAuditSql(schema), old, limit),
      };
    },
    async count({ environment, keepMs }) {
      const [found] = await run<Pruned>(countOldSql(schema), [environment, keepMs]);
      return found ?? { deliveries: 0, changes: 0, dryRuns: 0, events: 0, audit: 0 };
    },
  };
}
