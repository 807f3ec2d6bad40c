import type { Delivery } from '../contracts.ts';
import type { Deliver } from '../pipeline.ts';
import { inSpan, type SpanFacts } from './in-span.ts';

/** A delivery as a span: of the trace in which it was enqueued, or of the caller's. */
export const tracedDelivery =
  (deliver: Deliver): Deliver =>
  (analysis, connected, options) => {
    const { integration, keyOf, adapter } = connected;
    const { askedBy, traceParent } = options;
    const facts = {
      'itsm.key': keyOf(analysis.job.id),
      'itsm.job_id': analysis.job.id,
      'itsm.integration': integration.name,
      'itsm.platform': integration.plugin,
      'itsm.asked_by': askedBy,
      'itsm.dry_run': !adapter.writes,
    };
    const kind = askedBy === 'schedule' ? ({ kind: 'consumer' } as const) : {};
    return inSpan('itsm.deliver', { ...kind, facts, parent: traceParent, ends }, () =>
      deliver(analysis, connected, options),
    );
  };

function ends({ status, attempts, ticket, error, success }: Delivery) {
  const facts: SpanFacts = {
    'itsm.status': status,
    'itsm.attempts': attempts,
    ...(ticket ? { 'itsm.ticket_id': ticket.key } : {}),
  };
  return { facts, failure: success ? undefined : error };
}
