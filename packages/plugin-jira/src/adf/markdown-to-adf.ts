import { parseMarkdown } from '@itsm-bridge/core';
import type { AdfDoc } from './adf-node.ts';
import { documentToAdf } from './document-to-adf.ts';

/** Markdown as ADF; see `documentToAdf`. */
export function markdownToAdf(markdown: string): AdfDoc {
  return documentToAdf(parseMarkdown(markdown));
}
