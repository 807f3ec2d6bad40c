import type { Delivery } from '../contracts.ts';

/** It has neither a ticket nor an end, and is in nobody's hands. */
export const isOpen = ({ status }: Pick<Delivery, 'status'>): boolean => status === 'pending' || status === 'unknown';
