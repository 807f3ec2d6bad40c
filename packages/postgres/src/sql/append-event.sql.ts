import { eventInTurnSql } from './event-in-turn.sql.ts';

export const appendEventSql = (schema: string): string => `
with one as (select 1),${eventInTurnSql(schema, 'one')}
select id from event`;
