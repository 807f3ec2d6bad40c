import type { EventType, ItsmEvent } from '../contracts.ts';

export interface LogLine {
  /** UTC, to the second. */
  readonly timestamp: string;
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly [member: string]: unknown;
}

const levels: Readonly<Record<EventType, LogLine['level']>> = {
  'ticket-created': 'info',
  'ticket-found': 'info',
  'ticket-twins': 'warn',
  'ticket-updated': 'info',
  'ticket-update-failed': 'error',
  'ticket-dry-run': 'info',
  'ticket-retrying': 'warn',
  'ticket-failed': 'error',
  'ticket-unknown': 'error',
  'ticket-needs-review': 'error',
};

const messages: Readonly<Record<Exclude<EventType, 'ticket-dry-run' | 'ticket-twins'>, string>> = {
  'ticket-created': 'Ticket created successfully',
  'ticket-found': 'Ticket found, none created',
  'ticket-updated': 'Ticket updated successfully',
  'ticket-update-failed': 'Ticket update failed',
  'ticket-retrying': 'Ticket creation will be retried',
  'ticket-failed': 'Ticket creation failed',
  'ticket-unknown': 'Ticket creation has an unknown outcome',
  'ticket-needs-review': 'Ticket creation waits for a review',
};

/** An event as the specification's log line: its members, in its order, and what went wrong where something did. */
export function logLine(event: ItsmEvent): LogLine {
  const { type, platform, integration, ticket, error, warnings } = event;
  return {
    timestamp: `${event.at.toISOString().slice(0, 19)}Z`,
    level: levels[type],
    message: messageOf(event),
    job_id: event.jobId,
    platform,
    ...(integration === platform ? {} : { integration }),
    ...(ticket ? { ticket_id: ticket.key } : {}),
    dry_run: event.dryRun,
    duration_ms: event.durationMs,
    ...(error ? { error, attempt: event.attempt } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

function messageOf({ type, dryRun, payload, warnings }: ItsmEvent): string {
  if (type === 'ticket-twins') return warnings.map(({ message }) => message).join(' ');
  if (type === 'ticket-dry-run') return `DRY-RUN: Would create ticket with payload: ${JSON.stringify(payload)}`;
  return dryRun && type === 'ticket-updated' ? 'DRY-RUN: Would update ticket' : messages[type];
}
