import type { DeliveryRecord } from '@itsm-bridge/core';
import { recordLine } from '@itsm-bridge/server/lines';
import type { Io } from '../io.ts';
import { table } from './table.ts';

export interface Printing {
  readonly json: boolean;
  /** What is said on standard error where there is no record. */
  readonly none: string;
  /** Whether people need the keys. */
  readonly keys: boolean;
}

/** Rows of the ledger: a JSON object a line, or a table. */
export function printRecords(records: readonly DeliveryRecord[], { json, none, keys }: Printing, io: Io): void {
  if (json) for (const record of records) io.stdout.write(`${JSON.stringify(recordLine(record))}\n`);
  else if (records.length === 0) io.stderr.write(`${none}\n`);
  else {
    const rows = records.map(({ key, jobId, integration, status, ticket, error, updatedAt }) => [
      ...(keys ? [key] : []),
      ...[jobId, integration, status, ticket?.key ?? '-', updatedAt.toISOString()],
      ticket?.url ?? error?.message ?? '',
    ]);
    const head = ['JOB', 'INTEGRATION', 'STATUS', 'TICKET', 'UPDATED', 'LINK OR REASON'];
    io.stdout.write(table([[...(keys ? ['KEY'] : []), ...head], ...rows]));
  }
}
