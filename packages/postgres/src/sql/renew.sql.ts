import { waitForLocksSql } from './lock-wait.sql.ts';

/** One row while the token is the newest and its result is not written; none otherwise. */
export const renewSql = (schema: string): string => `
with patience as materialized (select ${waitForLocksSql()})
update "${schema}".deliveries
set lease_until = now() + lease_ms * interval '1 millisecond'
from patience
where key = $1 and token = $2::bigint and status = 'sending'
returning key`;
