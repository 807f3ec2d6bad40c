import type { DeliveryRecord, NewEvent, TicketRef } from '../contracts.ts';

/** Tells of the tickets that a delivery has beside its own: one warning for each. */
export function twinsEvent(
  { key, jobId, integration, platform, environment, attempts }: DeliveryRecord,
  ticket: TicketRef,
  twins: readonly TicketRef[],
  { began, now }: { readonly began: Date; readonly now: Date },
): NewEvent {
  return {
    type: 'ticket-twins',
    ...{ key, jobId, integration, platform, environment, ticket },
    ...{ at: now, durationMs: now.getTime() - began.getTime(), attempt: attempts, dryRun: false },
    warnings: twins.map(twin => ({
      code: 'twin',
      message: `${ticket.key} counts; ${twin.key} (${twin.url}) is a second ticket of the same job: close it.`,
    })),
  };
}
