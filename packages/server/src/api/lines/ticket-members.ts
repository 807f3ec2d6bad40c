import type { TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

/** A ticket beside other members: `ticket_id`, what its platform calls it (`sys_id`, `jira_key`), `url`. */
export const ticketMembers = (ticket: TicketRef | undefined): Readonly<Record<string, string>> =>
  ticket ? { ticket_id: ticket.key, ...ticket.names, url: ticket.url } : {};

/** What every platform has of them; the others come beside. */
export const ticketAnswer = {
  ticket_id: z.string().optional().describe('What people call it: INC0010001, OPS-17.'),
  url: z.string().optional().describe('Where people read it.'),
};
