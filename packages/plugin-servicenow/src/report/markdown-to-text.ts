import { documentToText, legalText, parseMarkdown } from '@itsm-bridge/core';
import type { Root } from 'mdast';
import { cutNotice } from './cut-notice.ts';
import { fitDocument } from './fit-document.ts';
import type { ReportOptions } from './report-options.ts';

/** Markdown (GFM, footnotes) as text for a field or a mail without markup. Never throws: every string is Markdown. */
export function markdownToText(markdown: string, options: ReportOptions = {}): string {
  const { maxCharacters = Number.POSITIVE_INFINITY, fullAnalysisUrl } = options;
  return fitDocument(parseMarkdown(markdown), { maxCharacters, notice: cutNotice(fullAnalysisUrl) }, plainText).text;
}

/** The text of a document, without characters that a record cannot hold. */
export const plainText = (root: Root): string => legalText(documentToText(root));
