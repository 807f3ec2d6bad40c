/** One row while the token is the newest and its result is not written; none otherwise. */
export const renewChangeSql = (schema: string): string => `
update "${schema}".changes
set lease_until = now() + $4::integer * interval '1 millisecond'
where key = $1 and id = $2 and token = $3::bigint and status = 'sending'
returning id`;
