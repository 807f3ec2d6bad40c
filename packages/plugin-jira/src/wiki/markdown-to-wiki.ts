import { parseMarkdown } from '@itsm-bridge/core';
import { documentToAdf } from '../adf/document-to-adf.ts';
import { cutNotice } from './cut-notice.ts';
import { limitWiki } from './limit-wiki.ts';

export interface WikiOptions {
  /** The bound of the markup, in UTF-16 units: Jira Data Center takes 32,767 by default. @default no bound */
  readonly maxCharacters?: number;
  /** Where the whole text is to be found, for the notice under a text that was cut; http, https or mailto. */
  readonly fullAnalysis?: string;
}

/** Markdown as Jira wiki markup; see `documentToWiki`, and `limitWiki` for what is too long. */
export function markdownToWiki(markdown: string, options: WikiOptions = {}): string {
  const { maxCharacters = Number.POSITIVE_INFINITY, fullAnalysis } = options;
  return limitWiki(documentToAdf(parseMarkdown(markdown)), maxCharacters, cutNotice(fullAnalysis));
}
