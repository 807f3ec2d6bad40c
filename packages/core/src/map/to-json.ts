import type { Json } from '../contracts.ts';

/** A copy that shares nothing with the analysis: as JSON would write it, a Date as its ISO text. Undefined for what JSON does not know. */
export function toJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const text = JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? String(member) : member));
  return text === undefined ? undefined : JSON.parse(text);
}
