import type { EventType, ItsmEvent } from '../contracts.ts';
import { ticket } from './samples.ts';

/** An event as the specification's sample has it, of any type. */
export const eventOfType = (type: EventType, more: Partial<ItsmEvent> = {}): ItsmEvent => ({
  id: 1n,
  type,
  at: new Date('2025-10-27T10:30:00.123Z'),
  ...{ key: 'itsm-0', jobId: 'abc123', integration: 'servicenow', platform: 'servicenow' },
  ...{ dryRun: false, attempt: 1, durationMs: 450, warnings: [] },
  ...(type === 'ticket-created' || type === 'ticket-found' || type === 'ticket-updated' ? { ticket } : {}),
  ...more,
});
