import { hash } from 'node:crypto';

/** Tells two payloads apart in the ledger without keeping their text. */
export const payloadHash = (payload: unknown): string => hash('sha256', JSON.stringify(payload));
