import { parseMarkdown } from '@itsm-bridge/core';
import { cutNotice } from './cut-notice.ts';
import { fitDocument } from './fit-document.ts';
import { journalHtml } from './journal-html.ts';
import type { ReportOptions } from './report-options.ts';

/** Markdown (GFM, footnotes) as an entry of a journal that ServiceNow renders; see `journalHtml`. Never throws. */
export function markdownToJournalHtml(markdown: string, options: ReportOptions = {}): string {
  const { maxCharacters = Number.POSITIVE_INFINITY, fullAnalysisUrl } = options;
  const bound = { maxCharacters, notice: cutNotice(fullAnalysisUrl) };
  return fitDocument(parseMarkdown(markdown), bound, root => journalHtml(root)).text;
}
