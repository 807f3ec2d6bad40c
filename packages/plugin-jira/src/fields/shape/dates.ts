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

/** A number is in milliseconds since 1970. */
const timeOf = (value: Json): string | undefined =>
  typeof value === 'number' || typeof value === 'string' ? isoDate(value) : undefined;
