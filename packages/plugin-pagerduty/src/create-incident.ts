import type { Call, Created, Warning } from '@itsm-bridge/core';
import type { Api } from './api.ts';
import { type Incident, incidentIn, ticketOf } from './incident.ts';
import type { Payload } from './prepare.ts';

export async function createIncident(api: Api, payload: Payload, { signal }: Call): Promise<Created> {
  const made = incidentIn(await api.write('POST', '/incidents', payload, signal), 'outcome-unknown');
  return { kind: 'created', ticket: ticketOf(made), warnings: differences(payload, made) };
}

/** What PagerDuty keeps otherwise without a word: a service may rule urgency itself, a plan may lack priorities. */
export const differences = ({ incident: sent }: Payload, made: Incident): readonly Warning[] =>
  (['urgency', 'priority', 'escalation_policy'] as const).flatMap(field => {
    const [wanted, stored] = [idOf(sent[field]), idOf(made[field])];
    if (wanted === undefined || wanted === stored) return [];
    const message = `${field}: sent ${wanted}, PagerDuty keeps ${stored ?? 'nothing'}.`;
    return [{ code: stored === undefined ? 'field-dropped' : 'field-changed', field, message }];
  });

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined;
}
