import type { TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

const reference = z.object({ id: z.string() }).nullish();

export const incident = z.object({
  id: z.string().min(1),
  incident_number: z.number(),
  html_url: z.string(),
  /** Null once alerts stand below the incident: then they have the key. */
  incident_key: z.string().nullish(),
  status: z.string(),
  resolved_at: z.string().nullish(),
  urgency: z.string().nullish(),
  priority: reference,
  service: reference,
  escalation_policy: reference,
});

export const oneIncident = z.object({ incident });

export type Incident = z.output<typeof incident>;

export const isResolved = ({ status }: Incident): boolean => status === 'resolved';

export const ticketOf = ({ id, incident_number, html_url }: Incident): TicketRef => ({
  id,
  key: `#${incident_number}`,
  url: html_url,
  names: { incident_id: id, incident_number: String(incident_number) },
});
