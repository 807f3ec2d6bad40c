import { legalText } from '@itsm-bridge/core';
import type { AdfMark, AdfText } from './adf-node.ts';

/** One text node, or none for an empty text. A newline is a soft break, and in ADF a space. */
export function textToAdf(value: string, marks: readonly AdfMark[] = []): readonly AdfText[] {
  const text = legalText(/[\r\n]/.test(value) ? value.replace(/(?:(?<![ \t])[ \t]+)?[\r\n]+[ \t]*/g, ' ') : value);
  if (text === '') return [];
  return [marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }];
}
