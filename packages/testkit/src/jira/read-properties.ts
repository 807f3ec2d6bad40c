import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';

/** `[{ key, value }]` of a create or an edit, as one object; undefined where a key or a value breaks the limits. */
export function readProperties(sent: unknown): JsonObject | undefined {
  if (sent === undefined) return {};
  if (!Array.isArray(sent)) return undefined;
  const entries: [string, unknown][] = [];
  for (const property of sent) {
    if (!isJsonObject(property) || typeof property.key !== 'string') return undefined;
    if (!fits(property.key, property.value)) return undefined;
    entries.push([property.key, property.value]);
  }
  return Object.fromEntries(entries);
}

/** A key has at most 255 characters, a value at most 32,768 as JSON. */
export const fits = (key: string, value: unknown): boolean =>
  key.length > 0 && key.length <= 255 && value !== undefined && JSON.stringify(value).length <= 32_768;
