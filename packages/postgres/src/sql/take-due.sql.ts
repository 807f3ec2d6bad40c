import { deliveryColumns } from './delivery-columns.ts';

export type DueColumn = 'twins_due' | 'follow_ups_due';

/**
 * Rows of a lane ($1 environment, $2 integration) whose time in `column` has come, $3 at most, each to one process; they
 * are due again after $4 milliseconds. $5: only those of which a dry run was approved.
 */
export const takeDueSql = (schema: string, column: DueColumn): string => `
with due as materialized (
  select key, ${column} as was_due from "${schema}".deliveries
  where environment = $1 and integration = $2 and ${column} <= now()
    and (not $5::boolean or approved is not null)
  order by ${column}
  limit $3
  for update skip locked
), taken as (
  update "${schema}".deliveries as d set ${column} = now() + $4::integer * interval '1 millisecond'
  from due where d.key = due.key
  returning ${deliveryColumns('d')}, due.was_due
)
select * from taken order by was_due`;
