import type { EventType, ItsmEvent } from '../contracts.ts';
import { ticket } from './samples.ts';

const ticketTypes: ReadonlySet<EventType> = new Set([
  ...(['ticket-created', 'ticket-found', 'ticket-updated', 'ticket-twins'] as const),
]);

/** An event as the specification's sample has it, of any type. */
export const eventOfType = (type: EventType, more: Partial<ItsmEvent> = {}): ItsmEvent => ({
  id: 1n,
  type,
  at: new Date('2025-10-27T10:30:00.123Z'),
  ...{ key: 'itsm-0', jobId: 'abc123', integration: 'servicenow', platform: 'servicenow' },
  ...{ dryRun: false, attempt: 1, durationMs: 450, warnings: [] },
  ...(ticketTypes.has(type) ? { ticket } : {}),
  ...more,
});
