/** Why a lane gives no claims, and until when at least; no row while it is open. */
export const closureSql = (schema: string, environment: string, integration: string): string => `
  select coalesce(paused_error, breaker_error) as error,
         case when paused_error is null then breaker_until end as until
  from "${schema}".lanes
  where environment = ${environment} and integration = ${integration}
    and coalesce(paused_error, breaker_error) is not null`;
