/** The newest $2 of the ticket of delivery $1, oldest first. */
export const changesOfSql = (schema: string): string => `
select * from (
  select id, kind, status, attempts, error, created_at, updated_at from "${schema}".changes
  where key = $1 order by created_at desc, id desc limit $2::integer
) as newest
order by created_at, id`;
