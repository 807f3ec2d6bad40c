import { legalText } from '@itsm-bridge/core';
import type { AdfMark, AdfText } from './adf-node.ts';

/** One text node, or none for an empty text. A newline is a soft break, and in ADF a space. */
export function textToAdf(value: string, marks: readonly AdfMark[] = []): readonly AdfText[] {
  const text = adfText(value, marks);
  return text === undefined ? [] : [text];
}

/** The same, without a list around it. */
export function adfText(value: string, marks: readonly AdfMark[]): AdfText | undefined {
  // Most text is looked at once: what is legal on one line stays as it is.
  const text = unusual.test(value) ? onOneLine(value) : value;
  if (text === '') return undefined;
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };
}

const unusual = /[^\t -~\u0080-\ud7ff\ue000-\ufffd]/;

const onOneLine = (value: string): string => legalText(value.replace(/(?:(?<![ \t])[ \t]+)?[\r\n]+[ \t]*/g, ' '));
