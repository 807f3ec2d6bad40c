import type { TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

/** What we read of a record. A result without a sys_id is no record; a number is not in every table, nor for every user. */
export const record = z.looseObject({ sys_id: z.string().regex(/^[0-9a-f]{32}$/), number: z.string().optional() });
export type ServiceNowRecord = z.output<typeof record>;

/** The link opens the record in the instance's frame. */
export function ticketRef(endpoint: string, table: string, { sys_id, number }: ServiceNowRecord): TicketRef {
  const target = encodeURIComponent(`${table}.do?sys_id=${sys_id}`);
  return { id: sys_id, key: number || sys_id, url: `${endpoint}/nav_to.do?uri=${target}`, names: { sys_id } };
}
