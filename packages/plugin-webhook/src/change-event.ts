import { documentToMarkdown, ItsmError, type Json, type TicketChange, type TicketRef } from '@itsm-bridge/core';
import type { WebhookPayload } from './payload.ts';
import type { WebhookSettings } from './settings.ts';

/**
 * A change as an event of its own. Its id holds the key of the delivery as well: the same change id may come for two
 * tickets. A full stop would part what is signed in another place, so there is none in it.
 *
 * @throws ItsmError kind `config`: not among `events`
 */
export function changeEvent(
  { id: ticketId, key: ticketKey }: TicketRef,
  change: TicketChange,
  { key, events }: Pick<WebhookSettings, 'events'> & { readonly key: string },
): WebhookPayload {
  const data = { key, change: change.id, ticket: { id: ticketId, key: ticketKey } };
  const event = (more: Readonly<Record<string, Json>>): WebhookPayload => ({
    id: `${key}_${Buffer.from(change.id, 'utf8').toString('base64url')}`,
    body: { type: `analysis.${change.kind}`, data: { ...data, ...more } },
    warnings: [],
  });
  if (events.some(kind => kind === change.kind)) {
    if (change.kind === 'note') return event({ note: documentToMarkdown(change.body), audience: change.audience });
    if ('fields' in change) return event({ fields: change.fields });
  }
  const sent = events.length === 0 ? 'no changes' : `only ${events.join(', ')}`;
  throw new ItsmError('config', `The change "${change.kind}" is not sent: events of this webhook name ${sent}.`);
}
