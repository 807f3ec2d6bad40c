import { isObject } from './is-object.ts';

/** A value in words: what it is called, where it is an object; empty for one that has no name. */
export function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(element => wordsOf(element) || JSON.stringify(element)).join(', ');
  if (!isObject(value)) return String(value);
  const name = value.name ?? value.displayName ?? value.value ?? value.key ?? value.id;
  return isObject(name) || Array.isArray(name) ? JSON.stringify(value) : wordsOf(name);
}
