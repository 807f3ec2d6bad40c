/** All deliveries, the tickets of those that were sent once, and the jobs of which there is one event. */
export const countSql = `
select (select count(*)::integer from itsm.deliveries) as deliveries,
       (select count(distinct platform_id)::integer from itsm.deliveries
         where status = 'created' and attempts = 1) as tickets,
       (select count(*)::integer from (
         select from itsm.events where type = 'ticket-created' group by key having count(*) = 1) as once) as events`;
