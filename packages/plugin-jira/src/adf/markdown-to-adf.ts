import { parseMarkdown } from '@itsm-bridge/core';
import type { AdfDoc } from './adf-node.ts';
import { cutNotice } from './cut-notice.ts';
import { documentToAdf } from './document-to-adf.ts';
import { limitAdf } from './limit-adf.ts';

export interface MarkdownToAdfOptions {
  /**
   * Characters that a reader sees, in UTF-16 units: where a longer document is cut, at a block boundary where there is one.
   * A description or comment of Jira Cloud takes 32,767. The notice at the cut has about 80 of them, and is never cut.
   * @default no bound
   */
  readonly maxCharacters?: number;
  /** Where the whole of it can be read: an http, https or mailto URL, for the notice at the cut. */
  readonly fullAnalysisUrl?: string;
}

/**
 * CommonMark and GitHub-flavoured Markdown as ADF that Jira accepts; what becomes of it is told at `documentToAdf`. Never
 * throws: every string is Markdown.
 */
export function markdownToAdf(markdown: string, options: MarkdownToAdfOptions = {}): AdfDoc {
  const { maxCharacters, fullAnalysisUrl } = options;
  const doc = documentToAdf(parseMarkdown(markdown));
  return maxCharacters === undefined ? doc : limitAdf(doc, maxCharacters, cutNotice(fullAnalysisUrl));
}
