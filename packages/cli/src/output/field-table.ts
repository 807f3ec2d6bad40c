import type { PlatformField } from '@itsm-bridge/core';
import { table } from './table.ts';

/** A terminal is no place for two thousand components: `--json` has them all. */
const shown = 12;

/** One row for each field; those without which a ticket is refused are marked. */
export const fieldTable = (fields: readonly PlatformField[]): string =>
  table([
    ['FIELD', 'NAME', 'TYPE', 'REQUIRED', 'ALLOWED'],
    ...fields.map(({ id, name, type, required, allowed }) => [id, name, type, required ? 'yes' : '', listed(allowed)]),
  ]);

function listed(allowed: readonly string[] | undefined): string {
  if (!allowed) return '';
  if (allowed.length === 0) return '(none)';
  const more = allowed.length - shown;
  return [...allowed.slice(0, shown), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
