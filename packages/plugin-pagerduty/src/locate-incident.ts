import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import type { Api } from './api.ts';
import { oneIncident, ticketOf } from './incident.ts';

/** By its id or its number, which one path takes (https://developer.pagerduty.com/api-reference, Get an incident). */
export async function locateIncident(
  api: Api,
  name: string,
  { signal }: Pick<Call, 'signal'>,
): Promise<TicketRef | undefined> {
  const wanted = name.trim().replace(/^#/, '');
  if (!/^[A-Za-z0-9]{1,40}$/.test(wanted)) return undefined;
  try {
    const { incident } = await api.get(oneIncident, `/incidents/${wanted}`, { signal });
    const { id, incident_number } = incident;
    return id === wanted || String(incident_number) === wanted ? ticketOf(incident) : undefined;
  } catch (error) {
    if (ItsmError.is(error) && error.status === 404) return undefined;
    throw error;
  }
}
