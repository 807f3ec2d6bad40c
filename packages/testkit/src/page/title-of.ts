import type { Element } from 'hast';
import { h } from 'hastscript';
import type { TicketLine } from './ticket.ts';

/** A title, or that there is none: a ticket that was sent without one is not a mistake of the page. */
export const titleOf = ({ title }: TicketLine): Element => (title ? h('span', title) : h('span.none', 'no title'));
