import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { TicketLine } from './ticket.ts';
import { timeElement } from './time-element.ts';
import { titleOf } from './title-of.ts';

export interface ListedTicket extends TicketLine {
  readonly platform: string;
  readonly href: string;
}

/** More would only make the page slow. */
const most = 200;

/** Tickets, newest first. `hint` is a command that makes one. */
export function ticketList(tickets: readonly ListedTicket[], hint: string): readonly ElementContent[] {
  const older = tickets.length - most;
  return [
    h('h1', 'Tickets'),
    ...(tickets.length === 0
      ? [h('p.empty', 'There are none yet. Deliver an analysis, and it appears here:'), command(hint)]
      : [h('ol.tickets', tickets.slice(0, most).map(line))]),
    ...(older > 0 ? [h('p', `${older} older ones are not shown.`)] : []),
  ];
}

/** Breaks between its words, and not inside `--config`. */
const command = (hint: string): Element =>
  h(
    'pre.command',
    h(
      'code',
      hint.split(' ').flatMap((word, index) => [index > 0 ? ' ' : '', h('span', word)]),
    ),
  );

function line(ticket: ListedTicket): Element {
  const { platform, type, number, status, priority, createdMs, href } = ticket;
  return h('li', [
    h(`span.platform.${platform.toLowerCase()}`, platform),
    h('a', { id: `${platform}-${ticket.id}`, href }, [h('span.number', number), ' ', titleOf(ticket)]),
    h('span.meta', [
      h('span', type),
      ' ',
      h('span.badge', status || 'no status'),
      ' ',
      h('span', priority || 'no priority'),
      ' ',
      timeElement(createdMs),
    ]),
  ]);
}
