import { type Call, ItsmError, type Lookup } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Api } from './api.ts';
import { differences } from './create-incident.ts';
import { incident, ticketOf } from './incident.ts';
import type { Payload } from './prepare.ts';

const page = z.object({ incidents: z.array(incident), more: z.boolean().nullish() });

/** Without `date_range` only incidents of the last month are shown (https://developer.pagerduty.com/api-reference, List incidents). */
const everyTimeAndState = { date_range: 'all', statuses: ['triggered', 'acknowledged', 'resolved'], limit: 100 };

/**
 * By the key, each row verified. An absence counts where all rows were seen and each has a key of its own. Should the list
 * lag behind all the same, PagerDuty itself refuses a second incident beside an open one.
 */
export async function findIncident(api: Api, { key, signal }: Call, sent?: Payload): Promise<Lookup> {
  const parsed = page.safeParse(await api.get('/incidents', signal, { incident_key: key, ...everyTimeAndState }));
  if (!parsed.success) throw new ItsmError('unavailable', 'PagerDuty answered the look-up without a list.');
  const { incidents, more } = parsed.data;
  const [oldest, ...twins] = incidents
    .filter(({ incident_key }) => incident_key === key)
    .sort((a, b) => a.incident_number - b.incident_number);
  if (!oldest) return { kind: 'absent', conclusive: !more && incidents.every(({ incident_key }) => incident_key) };
  const warnings = sent ? differences(sent, oldest) : [];
  return { kind: 'found', ticket: ticketOf(oldest), twins: twins.map(ticketOf), warnings };
}
