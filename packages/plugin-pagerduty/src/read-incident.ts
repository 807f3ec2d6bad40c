import { type Call, ItsmError, type TicketRef, type TicketState } from '@itsm-bridge/core';
import type { Api } from './api.ts';
import { isResolved, oneIncident } from './incident.ts';

/** An incident that was merged into another one is resolved as well. Why one was resolved, PagerDuty does not ask; open it never is again. */
export async function readIncident(api: Api, { id }: TicketRef, { signal }: Call): Promise<TicketState> {
  try {
    const { incident } = await api.get(oneIncident, `/incidents/${id}`, { signal });
    if (!isResolved(incident)) return { kind: 'open' };
    const { resolved_at } = incident;
    return { kind: 'done', wontFix: false, final: true, ...(resolved_at ? { since: new Date(resolved_at) } : {}) };
  } catch (error) {
    if (ItsmError.is(error) && error.status === 404) return { kind: 'gone' };
    throw error;
  }
}
