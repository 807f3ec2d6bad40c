import type { Delivery } from '@itsm-bridge/core';

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** A row per delivery: status, platform, ticket, job, link. */
export function sayDeliveries(deliveries: readonly Delivery[]): void {
  const rows = deliveries.map(({ status, existing, integration, ticket, jobId, warnings, error }) => [
    existing ? 'existing' : status,
    integration,
    ticket?.key ?? '-',
    jobId,
    ticket?.url ?? error?.message ?? '',
    warnings.length > 0 ? `${warnings.length} warnings` : '',
  ]);
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, cell.length)), []);
  for (const row of rows)
    say(
      `   ${row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd()}`,
    );
  say('');
}
