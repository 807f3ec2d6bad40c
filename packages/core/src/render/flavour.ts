import type { Chunk } from './values/chunk.ts';
import { escapeHtml } from './values/escape-html.ts';
import { placeValues, type Writing } from './values/place-values.ts';
import { valueToHtml } from './values/value-to-html.ts';
import { valueToLine } from './values/value-to-line.ts';
import { valueToMarkdown } from './values/value-to-markdown.ts';
import { valueToText } from './values/value-to-text.ts';
import { valueToWiki } from './values/value-to-wiki.ts';

/** The kind of text that a template makes, and how values are written in it. */
export interface Flavour {
  readonly name: 'markdown' | 'wiki' | 'html' | 'text';
  /** The template's own text and the values between it, as one text. */
  place(chunks: readonly Chunk[]): string;
}

/** Blocks where a value fills its line, one line where it stands in a heading, a table row or running text. */
export const markdownFlavour: Flavour = {
  name: 'markdown',
  place: placing({ block: value => valueToMarkdown(value), inline: markdownLine, keepsIndent: true }),
};

/** Jira wiki markup. Text goes in as it is, except where a line break would end a heading, a bullet or a table row. */
export const wikiFlavour: Flavour = {
  name: 'wiki',
  place: placing({ block: value => valueToWiki(value), inline: wikiLine, keepsIndent: false }),
};

/** Every value escaped, lists as `<ul>`; inside a tag always one line. */
export const htmlFlavour: Flavour = {
  name: 'html',
  place: placing({ block: value => valueToHtml(value), inline: htmlLine, keepsIndent: false }),
};

/** Plain text for fields: line breaks stay, lists are joined. */
export const textFlavour: Flavour = {
  name: 'text',
  place: placing({ block: valueToText, inline: valueToText, keepsIndent: false }),
};

function placing(writing: Writing): Flavour['place'] {
  return chunks => placeValues(chunks, writing);
}

function markdownLine(value: unknown, before: string): string {
  const line = valueToLine(value);
  return /^\s*\|/.test(before) ? line.replace(/\\.|\|/g, found => (found === '|' ? '\\|' : found)) : line;
}

function wikiLine(value: unknown, before: string): string {
  return /^(?:h[1-6]\.|[*#-]+ |\|)/.test(before.trimStart()) ? valueToLine(value) : inWiki(value);
}

function inWiki(value: unknown): string {
  return typeof value === 'string' ? value : valueToLine(value);
}

function htmlLine(value: unknown, before: string): string {
  const isInTag = before.lastIndexOf('<') > before.lastIndexOf('>');
  return isInTag ? escapeHtml(valueToLine(value)) : valueToHtml(value);
}
