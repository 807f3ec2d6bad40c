/**
 * What wake-ups name, in the round trip that takes them and puts others away: those of a queue (`name`) with these `ids`,
 * both named as parameters.
 *
 * They are deleted where pg-boss keeps those of every queue that has no table of its own: planning the same for all of its
 * tables would take as long as the rest.
 *
 * @param fetchSql pg-boss's own statement, which returns what it takes with its metadata
 */
export const takenSql = (
  schema: string,
  queueSchema: string,
  fetchSql: string,
  putAway?: { readonly name: string; readonly ids: string },
): string => `
with ${putAway ? `put_away as (delete from "${queueSchema}".job_common where name = ${putAway.name} and id = any(${putAway.ids}::uuid[])),` : ''}
fetched as (${fetchSql})
select fetched.id, fetched.data, d.job_id, d.analysis, d.trace_parent, d.approved
from fetched left join "${schema}".deliveries as d on d.key = fetched.data ->> 'key'
order by fetched.priority desc, fetched."createdOn"`;
