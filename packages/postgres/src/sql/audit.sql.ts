import type { AuditQuery, NewAuditEntry } from '@itsm-bridge/core';

const columns = 'id, at, actor, action, key, integration, detail';

export const appendAuditSql = (schema: string): string => `
insert into "${schema}".audit (environment, actor, action, key, integration, detail)
values ($1, $2, $3, $4, $5, $6)
returning ${columns}`;

export const appendAuditValues = (entry: NewAuditEntry): readonly unknown[] => {
  const { environment, by, action, key, integration, detail } = entry;
  return [environment, by, action, key, integration, detail];
};

/** One row more than the page has: whether another page follows. */
export const auditPageSql = (schema: string): string => `
select ${columns} from "${schema}".audit
where environment = $1 and ($2::text is null or key = $2) and ($3::bigint is null or id < $3)
order by id desc
limit $4::integer + 1`;

export const auditPageValues = ({ environment, key, after, limit }: AuditQuery): readonly unknown[] => [
  ...[environment, key, after, limit],
];
