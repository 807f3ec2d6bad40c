import type { Applied, ApplyChange } from '../change/apply-change.ts';
import { inSpan } from './in-span.ts';

/** A change of a ticket as a span, those that belong to a new one included. */
export const tracedChange =
  (applyChange: ApplyChange): ApplyChange =>
  order => {
    const { connected, key, jobId, ticket, change } = order;
    const { name, plugin } = connected.integration;
    const facts = {
      ...{ 'itsm.key': key, 'itsm.job_id': jobId, 'itsm.integration': name, 'itsm.platform': plugin },
      ...{ 'itsm.ticket_id': ticket.key, 'itsm.change': change.kind },
    };
    return inSpan('itsm.change', { facts, ends }, () => applyChange(order));
  };

const ends = (applied: Applied) => ({
  facts: { 'itsm.status': applied.kind },
  failure: 'error' in applied ? applied.error : undefined,
});
