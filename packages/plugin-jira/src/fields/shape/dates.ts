import { isoDate, type Json } from '@itsm-bridge/core';
import { fits, type Shape, unfit } from './shaped.ts';

/** `2025-10-27`: the day in UTC where a time is given. */
export const date: Shape = value => {
  const at = timeOf(value);
  return at === undefined ? unfit('accepted is a date such as 2025-10-27') : fits(at.slice(0, 10));
};

/** `2025-10-27T10:30:00.000+0000`, the only form of an offset that Jira reads everywhere. */
export const dateTime: Shape = value => {
  const at = timeOf(value);
  return at === undefined ? unfit('accepted is a time such as 2025-10-27T10:30:00Z') : fits(at.replace('Z', '+0000'));
};

/** ISO 8601, without a zone in UTC; a number is in milliseconds since 1970. */
function timeOf(value: Json): string | undefined {
  if (typeof value === 'number') return isoDate(value);
  if (typeof value !== 'string' || !isDay(value.trim().slice(0, 10))) return undefined;
  return isoDate(value.trim().replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

/** A day that the calendar does not have is read as one of the next month. */
function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? isoDate(text) : undefined;
  return at?.slice(0, 10) === text;
}
