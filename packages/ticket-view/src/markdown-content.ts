import { parseMarkdown } from '@itsm-bridge/core';
import type { ElementContent } from 'hast';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { safeContent } from './safe-content.ts';
import { shallowContent } from './shallow-content.ts';

/** Markdown as its reader sees it. HTML inside it is shown as the text that it is. */
export const markdownContent = (markdown: string): ElementContent[] =>
  shallowContent(markdown, text => documentContent(parseMarkdown(text)), String);

/** The same, of a document that is read already. */
export const documentContent = (document: Root): ElementContent[] =>
  safeContent(toHast(document, { handlers: { html: (_, { value }) => ({ type: 'text', value: String(value) }) } }));
