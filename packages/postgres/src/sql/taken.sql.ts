/**
 * What wake-ups name, in the round trip that takes them and puts others away: those of a queue (`name`) with these `ids`,
 * both named as parameters.
 *
 * @param fetchSql pg-boss's own statement, which returns what it takes with its metadata
 */
export const takenSql = (
  schema: string,
  queueSchema: string,
  fetchSql: string,
  putAway?: { readonly name: string; readonly ids: string },
): string => `
with ${putAway ? `put_away as (delete from "${queueSchema}".job where name = ${putAway.name} and id = any(${putAway.ids}::uuid[])),` : ''}
fetched as (${fetchSql})
select fetched.id, fetched.data, d.job_id, d.analysis, d.trace_parent, d.approved
from fetched left join "${schema}".deliveries as d on d.key = fetched.data ->> 'key'
order by fetched.priority desc, fetched."createdOn"`;
