import type { TicketRef } from '@itsm-bridge/core';
import { safeHref } from '@itsm-bridge/ticket-view';
import type { Element } from 'hast';
import { h } from 'hastscript';

/** What people call a ticket, leading to it where that is safe. */
export function ticketLink({ key, url }: TicketRef): Element {
  const href = safeHref(url);
  return href ? h('a.ticket-link', { href, rel: 'noopener noreferrer' }, key) : h('span', key);
}
