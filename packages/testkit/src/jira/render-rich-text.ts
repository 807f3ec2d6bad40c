import { adfText } from './adf-text.ts';
import { textAdf } from './text-adf.ts';

/** Rich text in the words of a version: documents on v3, strings on v2, whichever way it came in. */
export function renderRichText(value: unknown, version: '2' | '3'): unknown {
  if (value === null || value === undefined) return null;
  if (version === '3') return typeof value === 'string' ? textAdf(value) : value;
  return typeof value === 'string' ? value : adfText(value);
}
