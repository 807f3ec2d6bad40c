/**
 * Whose an event is. A version before has not written it: then it is that of its delivery; null where there is none. The
 * delivery is looked at for those alone.
 */
export const eventEnvironmentSql = (schema: string, event: string): string => `
coalesce(${event}.environment, (select d.environment from "${schema}".deliveries as d where d.key = ${event}.key))`;
