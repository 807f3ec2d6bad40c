import { parseMarkdown } from '@itsm-bridge/core';
import { cutNotice } from '../adf/cut-notice.ts';
import { documentToAdf } from '../adf/document-to-adf.ts';
import { limitWiki } from './limit-wiki.ts';

export interface MarkdownToWikiOptions {
  /** The bound of the markup, in UTF-16 units: Jira Data Center takes 32,767 by default. @default no bound */
  readonly maxCharacters?: number;
  /** Where the whole of it can be read: an http, https or mailto URL, for the notice at the cut. */
  readonly fullAnalysisUrl?: string;
}

/** Markdown as Jira wiki markup; see `documentToWiki`, and `limitWiki` for what is too long. Never throws. */
export function markdownToWiki(markdown: string, options: MarkdownToWikiOptions = {}): string {
  const { maxCharacters = Number.POSITIVE_INFINITY, fullAnalysisUrl } = options;
  return limitWiki(documentToAdf(parseMarkdown(markdown)), maxCharacters, cutNotice(fullAnalysisUrl));
}
