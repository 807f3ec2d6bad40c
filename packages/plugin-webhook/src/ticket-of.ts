import { ItsmError, type TicketRef } from '@itsm-bridge/core';
import type { WebhookSettings } from './settings.ts';
import { valueAt } from './value-at.ts';

interface Sent {
  readonly id: string;
  readonly status: number;
  /** What of the address nobody may see. */
  readonly secretPath: string | undefined;
}

/**
 * The ticket that an answer names; without a `ticket` setting, the event itself.
 *
 * @throws ItsmError kind `outcome-unknown`: no id where the config says that there is one
 */
export function ticketOf(
  answer: unknown,
  { endpoint, ticket }: Pick<WebhookSettings, 'endpoint' | 'ticket'>,
  { id: webhookId, status, secretPath }: Sent,
): TicketRef {
  const names = { webhook_id: webhookId };
  // A query may hold what is nobody's business.
  const [place = ''] = endpoint.split('?');
  if (!ticket) return { id: webhookId, key: webhookId, url: place, names };
  const text = (path: string | undefined) => {
    const value = path === undefined ? undefined : valueAt(answer, path);
    return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  };
  const id = text(ticket.id);
  if (id === '') {
    const message = `The endpoint answered ${status} without ${ticket.id}, where ticket.id looks for the ticket.`;
    throw new ItsmError('outcome-unknown', message, { status });
  }
  const url = text(ticket.url);
  // A receiver that names its own address names what is secret in it.
  const shown = URL.canParse(url) && !(secretPath && url.includes(secretPath));
  return { id, key: text(ticket.key) || id, url: shown ? url : place, names };
}
