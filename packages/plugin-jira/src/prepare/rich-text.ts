import { type Json, parseMarkdown } from '@itsm-bridge/core';
import { documentToAdf } from '../adf/document-to-adf.ts';
import { limitAdf } from '../adf/limit-adf.ts';
import type { ApiVersion } from '../site/api.ts';
import { descriptionLimit } from './description-of.ts';

/** A field's text, read as Markdown: a document for v3, wiki markup for v2. Cut at the limit, where a mark says so. */
export function richText(text: string, version: ApiVersion): Json {
  if (version === '2') return text;
  return limitAdf(documentToAdf(parseMarkdown(text)), descriptionLimit, cutMark) as unknown as Json;
}

const cutMark = [{ type: 'paragraph', content: [{ type: 'text', text: '(This text was cut here.)' }] }] as const;
