import { plain } from './plain.ts';
import { valueToLine } from './value-to-line.ts';

/** Text exactly as it is; any other value as one line. */
export function textOf(value: unknown): string {
  const text = plain(value);
  return typeof text === 'string' ? text : valueToLine(text);
}
