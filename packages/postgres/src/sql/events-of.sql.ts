import { eventColumns } from './event-columns.ts';

/** The newest $2 of the delivery $1, oldest first. */
export const eventsOfSql = (schema: string): string => `
select * from (
  select ${eventColumns('e')} from "${schema}".events as e where e.key = $1 order by e.id desc limit $2::integer
) as newest
order by id`;
