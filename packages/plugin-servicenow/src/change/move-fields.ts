import type { Fields, TicketChange } from '@itsm-bridge/core';
import type { Connection } from '../instance/connection.ts';

export type Move = Extract<TicketChange, { readonly kind: 'resolve' | 'reopen' }>;

/** Code and notes go with the state: a data policy of the base system asks for all three in one write. */
export const moveFields = ({ lifecycle }: Pick<Connection, 'lifecycle'>, { kind, fields }: Move): Fields => ({
  ...lifecycle[kind],
  ...fields,
});
