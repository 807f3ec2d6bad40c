/** From when until when a restored ledger knows nothing, while somebody has said so; no row otherwise. */
export const restoredSql = (schema: string): string => `
  select backup_at, restored_at
  from (select * from "${schema}".restores order by id desc limit 1) as last
  where look_until > now()`;

/** $1 when the backup was made, $2 for how many milliseconds a look comes first. */
export const markRestoredSql = (schema: string): string => `
insert into "${schema}".restores (backup_at, look_until)
values ($1::timestamptz, now() + $2::double precision * interval '1 millisecond')`;
