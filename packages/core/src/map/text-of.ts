import type { Json } from '../contracts.ts';

/** A value as one text: a list joined with ", ", a timeline (`[{ at, event }]`) as lines, an object as JSON. */
export function textOf(value: Json): string {
  if (!Array.isArray(value)) return plainText(value);
  const lines = value.map(timelineLine);
  return lines.length > 0 && lines.every(line => line !== undefined)
    ? lines.join('\n')
    : value.map(plainText).join(', ');
}

function timelineLine(entry: Json): string | undefined {
  const at = member(entry, 'at');
  const event = member(entry, 'event');
  return at === undefined || event === undefined ? undefined : `${plainText(at)} ${plainText(event)}`;
}

const member = (entry: Json, name: string): Json | undefined =>
  typeof entry === 'object' && entry !== null ? new Map(Object.entries(entry)).get(name) : undefined;

function plainText(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
