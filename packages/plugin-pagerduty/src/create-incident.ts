import type { Call, Created } from '@itsm-bridge/core';
import type { Api } from './api.ts';
import { differences } from './differences.ts';
import { oneIncident, ticketOf } from './incident.ts';
import type { Payload } from './prepare.ts';

export async function createIncident(api: Api, payload: Payload, { signal }: Call): Promise<Created> {
  const { incident } = await api.post(oneIncident, '/incidents', { signal, data: payload });
  return { kind: 'created', ticket: ticketOf(incident), warnings: differences(payload.incident, incident) };
}
