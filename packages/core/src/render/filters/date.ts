import { textOf } from '../values/text-of.ts';

const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * `date`, `date("DD.MM.YYYY")`: an ISO 8601 time, or milliseconds since 1970, in UTC. YYYY, MM, DD, HH, mm and ss are
 * filled in; a time without a zone is taken as UTC; what is no time comes back as it is.
 *
 * @default YYYY-MM-DD HH:mm UTC
 */
export function date(value: unknown, format: unknown): unknown {
  const time = timeOf(value);
  if (time === undefined || Number.isNaN(time.getTime())) return value;
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = time.toISOString().split(/[^\d]+/);
  const parts: Readonly<Record<string, string>> = { YYYY: year, MM: month, DD: day, HH: hour, mm: minute, ss: second };
  const pattern = typeof format === 'string' ? format : 'YYYY-MM-DD HH:mm UTC';
  return pattern.replace(/YYYY|MM|DD|HH|mm|ss/g, part => parts[part] ?? part);
}

function timeOf(value: unknown): Date | undefined {
  if (value instanceof Date) return value;
  if (typeof value === 'number') return new Date(value);
  const found = iso.exec(textOf(value).trim());
  if (!found) return undefined;
  const [text] = found;
  return new Date(text.length === 10 || found.groups?.zone ? text : `${text.replace(' ', 'T')}Z`);
}
