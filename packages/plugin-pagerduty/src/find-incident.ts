import type { Call, Lookup } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Api } from './api.ts';
import { differences } from './differences.ts';
import { incident, isResolved, ticketOf } from './incident.ts';
import type { Payload } from './prepare.ts';

const page = z.object({ incidents: z.array(incident), more: z.boolean().nullish() });

/** Without `date_range` only incidents of the last month are shown (https://developer.pagerduty.com/api-reference, List incidents). */
const everyTimeAndState = { date_range: 'all', statuses: ['triggered', 'acknowledged', 'resolved'], limit: 100 };

/**
 * By the key, each row verified: the open incident, which is the one that PagerDuty refuses a second one beside, else the
 * oldest. An absence counts where all rows were seen and each has a key of its own.
 */
export async function findIncident(api: Api, { key, signal }: Call, sent?: Payload): Promise<Lookup> {
  const params = { incident_key: key, ...everyTimeAndState };
  const { incidents, more } = await api.get(page, '/incidents', { signal, params });
  const [first, ...twins] = incidents
    .filter(({ incident_key }) => incident_key === key)
    .sort((a, b) => Number(isResolved(a)) - Number(isResolved(b)) || a.incident_number - b.incident_number);
  if (!first) return { kind: 'absent', conclusive: !more && incidents.every(({ incident_key }) => incident_key) };
  const warnings = sent ? differences(sent.incident, first) : [];
  return { kind: 'found', ticket: ticketOf(first), twins: twins.map(ticketOf), warnings };
}
