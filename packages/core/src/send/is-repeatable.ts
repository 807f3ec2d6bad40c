import type { TicketChange } from '../contracts.ts';

/**
 * Sent twice it comes to the same: fields hold what they were set to, a state is reached once, a link is known by its
 * url. A note would stand there twice.
 */
const repeatable: ReadonlySet<TicketChange['kind']> = new Set(['fields', 'resolve', 'reopen', 'link']);

export const isRepeatable = ({ kind }: TicketChange): boolean => repeatable.has(kind);
