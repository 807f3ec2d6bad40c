import { ItsmError } from '@itsm-bridge/core';
import { QueryFailedError } from 'typeorm';

/** Where a ledger is, in words that may be shown: never a URL, which carries the password. */
export interface LedgerAddress {
  /** `db.example.com:5432`, or the folder of a socket. */
  readonly server: string;
  readonly database: string;
  readonly user: string;
}

/** An ItsmError of kind `ledger` that says what happened, where, and what to do. The statement and its values stay out. */
export function ledgerError(error: unknown, address: LedgerAddress): Error {
  if (ItsmError.is(error)) return error;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return new ItsmError('ledger', explain(cause, address), { cause });
}

function explain(cause: unknown, { server, database, user }: LedgerAddress): string {
  const words = cause instanceof Error ? cause.message : String(cause);
  const code = codeOf(cause);
  if (code === 'ECONNREFUSED' || code === 'ENOENT') {
    return `Nothing answers at ${server}, where database "${database}" should be. Start PostgreSQL there, or correct the database URL.`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `No address is known for ${server}, where database "${database}" should be. Correct the host in the database URL, or check the name service.`;
  }
  if (code === '55P03') {
    return `Another transaction has locked a row in database "${database}" at ${server} for too long: ${words}. Let the transaction end; pg_stat_activity and pg_locks show whose it is.`;
  }
  if (unreachable.has(code) || words.includes('timeout')) {
    return `PostgreSQL at ${server} (database "${database}") does not answer: ${words}. Check the network and the firewall.`;
  }
  if (code.startsWith('28') || words.includes('password must be a string')) {
    return `PostgreSQL at ${server} (database "${database}") refuses the sign-in of user "${user}". Check user and password in the database URL, and the server's pg_hba.conf.`;
  }
  if (code === '3D000') {
    return `PostgreSQL at ${server} has no database "${database}". Create it, or correct its name in the database URL.`;
  }
  if (code === '42501') {
    return `User "${user}" lacks a right in database "${database}" at ${server}: ${words}. Grant it, or have an administrator create the tables first.`;
  }
  if (lost.has(code) || code.startsWith('08') || words.startsWith('Connection terminated')) {
    return `The connection to database "${database}" at ${server} was lost: ${words}. What was being written may be there or not; try again.`;
  }
  return `Database "${database}" at ${server} failed: ${words}`;
}

const unreachable: ReadonlySet<string> = new Set(['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN']);

/** 57P01 to 57P03: the server stops, has crashed, or is starting. */
const lost: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03']);

/** An SQLSTATE or a code of the operating system; empty when there is neither. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
