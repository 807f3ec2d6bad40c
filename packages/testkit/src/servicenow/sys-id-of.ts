import { createHash } from 'node:crypto';

/** Made of what is counted or named, not by chance: the same run gives the same ids, so that transcripts can be compared. */
export const sysIdOf = (table: string, key: string): string =>
  createHash('sha256').update(`${table} ${key}`).digest('hex').slice(0, 32);
