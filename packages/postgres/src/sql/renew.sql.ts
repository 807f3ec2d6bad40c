/** One row while the token is the newest and its result is not written; none otherwise. */
export const renewSql = (schema: string): string => `
update "${schema}".deliveries
set lease_until = now() + lease_ms * interval '1 millisecond'
where key = $1 and token = $2::bigint and status = 'sending'
returning key`;
