/**
 * What wake-ups name, in the round trip that takes them.
 *
 * @param fetchSql pg-boss's own statement, which returns them with their metadata
 */
export const takenSql = (schema: string, fetchSql: string): string => `
with fetched as (${fetchSql})
select fetched.id, fetched.data, d.job_id, d.analysis, d.trace_parent, d.approved
from fetched left join "${schema}".deliveries as d on d.key = fetched.data ->> 'key'
order by fetched.priority desc, fetched."createdOn"`;
