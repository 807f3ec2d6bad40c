import { createHash } from 'node:crypto';

/** Tells two payloads apart in the ledger without keeping their text. */
export const payloadHash = (payload: unknown): string =>
  createHash('sha256').update(JSON.stringify(payload)).digest('hex');
