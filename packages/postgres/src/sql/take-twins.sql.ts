import { deliveryColumns } from './delivery-columns.ts';

/**
 * Rows of a lane ($1 environment, $2 integration) whose last look for twins is due, $3 at most, each to one process; they
 * are due again after $4 milliseconds.
 */
export const takeTwinsSql = (schema: string): string => `
with due as materialized (
  select key, twins_due from "${schema}".deliveries
  where environment = $1 and integration = $2 and twins_due <= now()
  order by twins_due
  limit $3
  for update skip locked
), taken as (
  update "${schema}".deliveries as d set twins_due = now() + $4::integer * interval '1 millisecond'
  from due where d.key = due.key
  returning ${deliveryColumns('d')}, due.twins_due as was_due
)
select * from taken order by was_due`;
