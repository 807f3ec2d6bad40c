import type { TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

/** What we read of an issue. Ids are texts, keys are PROJECT-NUMBER. */
export const issue = z.looseObject({ id: z.string(), key: z.string().regex(/^[A-Z][A-Z0-9_]*-\d+$/) });

export const ticketRef = (endpoint: string, { id, key }: z.output<typeof issue>): TicketRef => ({
  id,
  key,
  url: `${endpoint}/browse/${key}`,
  names: { jira_key: key },
});
