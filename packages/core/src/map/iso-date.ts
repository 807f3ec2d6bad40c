const time = String.raw`(?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)`;
const zone = String.raw`(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})`;

const iso = new RegExp(String.raw`^(?<day>\d{4}-\d{2}-\d{2})(?:[T ]${time}(?: ?${zone})?)?$`, 'i');
/** Of RFC 9110 and RFC 5322, as HTTP and mail write it. */
const inWords = new RegExp(
  String.raw`^(?:[a-z]{3}, )?(?<date>\d{1,2}) (?<month>[a-z]{3}) (?<year>\d{4}) ${time} ${zone}$`,
  'i',
);
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A text or milliseconds as ISO 8601 in UTC; undefined for what is no date, and for a day that the calendar does not have,
 * which `Date` reads as one of the next month. A text is ISO 8601, or as HTTP has it (`Mon, 27 Oct 2025 10:30:00 GMT`);
 * without a zone it is UTC: the machine's own zone decides nothing.
 */
export function isoDate(value: string | number): string | undefined {
  const readable = typeof value === 'number' ? value : instant(value.trim());
  const date = new Date(readable ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function instant(text: string): string | undefined {
  const found = iso.exec(text) ?? inWords.exec(text);
  if (!found?.groups) return undefined;
  const { day = dayInWords(found.groups), time = '00:00', zone = 'Z' } = found.groups;
  if (new Date(`${day}T00:00Z`).toJSON()?.slice(0, 10) !== day) return undefined;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z';
  return `${day}T${time}${offset}`;
}

function dayInWords({ year = '', month = '', date = '' }: Readonly<Record<string, string>>): string {
  const number = months.indexOf(month.toLowerCase()) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`;
}
