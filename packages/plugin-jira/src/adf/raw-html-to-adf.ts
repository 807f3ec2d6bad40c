import { withoutComments } from '@itsm-bridge/core';
import type { AdfInline, AdfMark } from './adf-node.ts';
import { textToAdf } from './text-to-adf.ts';

/** Raw HTML as the text that was written, line by line; `<br>` is a hard break, a comment is nothing. */
export function rawHtmlToAdf(html: string, marks: readonly AdfMark[] = []): readonly AdfInline[] {
  const lines = withoutComments(html).split(/<br\s*\/?>\n?|\n/i);
  return lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ type: 'hardBreak' } as const]),
    ...textToAdf(line, marks),
  ]);
}
