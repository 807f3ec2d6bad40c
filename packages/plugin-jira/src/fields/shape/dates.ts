import type { Json } from '@itsm-bridge/core';
import { fits, type Shape, unfit } from './shaped.ts';

/** `2025-10-27`: the day in UTC where a time is given. */
export const date: Shape = value => {
  const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value.trim()) ? value.trim() : undefined;
  const at = timeOf(day === undefined ? value : `${day}T00:00:00Z`);
  // A day that the calendar does not have is read as one of the next month.
  if (at === undefined || (day !== undefined && at.slice(0, 10) !== day))
    return unfit('accepted is a date such as 2025-10-27');
  return fits(at.slice(0, 10));
};

/** `2025-10-27T10:30:00.000+0000`, the only form of an offset that Jira reads everywhere. */
export const dateTime: Shape = value => {
  const at = timeOf(value);
  return at === undefined ? unfit('accepted is a time such as 2025-10-27T10:30:00Z') : fits(at.replace('Z', '+0000'));
};

/** ISO 8601 with a year of four digits; a number is in milliseconds since 1970. */
function timeOf(value: Json): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  if (typeof value === 'string' && !/^\d{4}-\d{2}-\d{2}/.test(value.trim())) return undefined;
  const at = new Date(typeof value === 'string' ? value.trim().replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : value);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
