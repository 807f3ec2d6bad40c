import type { AuditEntry, AuditLog } from '@itsm-bridge/core';
import { pageOf } from '../page-of.ts';
import type { RunSql } from '../run-sql.ts';
import { appendAuditSql, appendAuditValues, auditPageSql, auditPageValues } from '../sql/audit.sql.ts';
import { storable } from '../storable.ts';

interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly key: string | null;
  readonly integration: string | null;
  readonly detail: string | null;
}

export const createSqlAuditLog = (run: RunSql, schema: string, missing: () => Error): AuditLog => ({
  async append(entry) {
    const [row] = await run<AuditRow>(appendAuditSql(schema), appendAuditValues(storable(entry)));
    if (row === undefined) throw missing();
    return entryOf(row);
  },
  async page(query) {
    const rows = await run<AuditRow>(auditPageSql(schema), auditPageValues(storable(query)));
    const { items, ...more } = pageOf(rows, query.limit);
    return { entries: items.map(entryOf), ...more };
  },
});

const entryOf = ({ id, at, actor, action, key, integration, detail }: AuditRow): AuditEntry => ({
  ...{ id: BigInt(id), at, by: actor, action },
  ...(key !== null && { key }),
  ...(integration !== null && { integration }),
  ...(detail !== null && { detail }),
});
