import type { TicketChange } from '../contracts.ts';

/** Sent twice it comes to the same: fields hold what they were set to, and a state is reached once. A note would stand there twice. */
export const isRepeatable = ({ kind }: TicketChange): boolean =>
  kind === 'fields' || kind === 'resolve' || kind === 'reopen';
