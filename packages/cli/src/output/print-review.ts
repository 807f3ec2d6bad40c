import type { DeliveryRecord, DryRunPage } from '@itsm-bridge/core';
import { dryRunLine, recordLine } from '@itsm-bridge/server/lines';
import type { Io } from '../io.ts';
import { table } from './table.ts';

/** What waits for a person: a JSON object a line, or a table. A dry run is approved by its number, or by the key. */
export function printReview(
  records: readonly DeliveryRecord[],
  { records: dryRuns, next }: DryRunPage,
  json: boolean,
  { stdout, stderr }: Pick<Io, 'stdout' | 'stderr'>,
): void {
  if (json) {
    for (const line of [...records.map(recordLine), ...dryRuns.map(dryRunLine)])
      stdout.write(`${JSON.stringify(line)}\n`);
  } else if (records.length + dryRuns.length === 0) stderr.write('Nothing waits for a review.\n');
  else {
    const rows = [
      ...records.map(({ key, jobId, integration, status, error, updatedAt }) => [
        ...[key, '-', jobId, integration, status, updatedAt.toISOString(), error?.message ?? ''],
      ]),
      ...dryRuns.map(({ key, id, jobId, integration, at, title, unresolved }) => [
        ...[key, id.toString(), jobId, integration, 'dry_run', at.toISOString()],
        `${title ?? ''}${unresolved.length > 0 ? ` (names to be looked up: ${unresolved.join(', ')})` : ''}`,
      ]),
    ];
    stdout.write(table([['KEY', 'DRY RUN', 'JOB', 'INTEGRATION', 'STATUS', 'SINCE', 'REASON OR TITLE'], ...rows]));
  }
  if (next !== undefined) stderr.write(`These are the newest ${dryRuns.length} dry runs; older ones wait as well.\n`);
}
