import { type Json, parseMarkdown } from '@itsm-bridge/core';
import { cutMark } from '../adf/cut-mark.ts';
import { documentToAdf } from '../adf/document-to-adf.ts';
import type { ApiVersion } from '../site/api.ts';
import { limited } from './description-of.ts';

/** A field's text, read as Markdown: a document for v3, wiki markup for v2. Cut at the limit, where a mark says so. */
export const richText = (text: string, version: ApiVersion): Json =>
  limited(documentToAdf(parseMarkdown(text)), version, cutMark('This text'));
