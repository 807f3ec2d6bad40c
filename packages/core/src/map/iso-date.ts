const withoutZone = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/;
const zone = /(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i;

/** A text or milliseconds as ISO 8601 in UTC. A text without a zone is UTC, and must be ISO: the machine's own zone decides nothing. */
export function isoDate(value: string | number): string | undefined {
  const readable = typeof value === 'number' ? value : instant(value.trim());
  const date = new Date(readable ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function instant(text: string): string | undefined {
  if (withoutZone.test(text)) return text.length === 10 ? text : `${text.replace(' ', 'T')}Z`;
  return zone.test(text) ? text : undefined;
}
