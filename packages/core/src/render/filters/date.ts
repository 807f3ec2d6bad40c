import { isoDate } from '../../map/iso-date.ts';
import { textOf } from '../values/text-of.ts';

/**
 * `date`, `date("DD.MM.YYYY")`: a time as `isoDate` reads it, or milliseconds since 1970, in UTC. YYYY, MM, DD, HH, mm and
 * ss are filled in; what is no time comes back as it is.
 *
 * @default YYYY-MM-DD HH:mm UTC
 */
export function date(value: unknown, format: unknown): unknown {
  const time = isoDate(value instanceof Date ? value.getTime() : typeof value === 'number' ? value : textOf(value));
  if (time === undefined) return value;
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = time.split(/[^\d]+/);
  const parts: Readonly<Record<string, string>> = { YYYY: year, MM: month, DD: day, HH: hour, mm: minute, ss: second };
  const pattern = typeof format === 'string' ? format : 'YYYY-MM-DD HH:mm UTC';
  return pattern.replace(/YYYY|MM|DD|HH|mm|ss/g, part => parts[part] ?? part);
}
