import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { insideOf } from './dangers-in.ts';

/** Without white space, of which a reader sees no difference. */
export const compact = (text: string): string => text.replace(/\s+/g, '');

/** The first piece that is not in the text after those before it. */
export function missing(pieces: readonly string[], text: string): string | undefined {
  let at = 0;
  for (const piece of pieces.map(compact)) {
    const found = text.indexOf(piece, at);
    if (found === -1) return piece;
    at = found + piece.length;
  }
  return undefined;
}

/** What a reader sees of an entry. */
export const seenIn = (entry: string): string => textsOf(fromHtml(insideOf(entry) ?? '', { fragment: true })).join(' ');

/** The code blocks of an entry. */
export const codeIn = (entry: string): readonly string[] => codeOf(fromHtml(insideOf(entry) ?? '', { fragment: true }));

/**
 * What a Markdown text has to tell, piece by piece, read from the HTML that its specification expects. HTML that the author
 * wrote is text, tags and all; a comment is nothing and `<br>` a line break.
 */
export const toldBy = (html: string, markdown: string): readonly string[] =>
  textsOf(fromHtml(withRawHtmlAsText(html, markdown), { fragment: true }));

/** The code blocks of the HTML that a specification expects, each to the character. */
export const codeBlocksOf = (html: string): readonly string[] =>
  codeOf(fromHtml(html, { fragment: true })).map(code => code.replace(/\n$/, ''));

function textsOf(node: Nodes): readonly string[] {
  if (node.type === 'text') return [node.value];
  if (node.type === 'element' && node.tagName === 'img') return [String(node.properties.alt ?? '')];
  return 'children' in node ? node.children.flatMap(textsOf) : [];
}

function codeOf(node: Nodes): readonly string[] {
  if (node.type === 'element' && node.tagName === 'pre') return [linesOf(node)];
  return 'children' in node ? node.children.flatMap(codeOf) : [];
}

function linesOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map(linesOf).join('') : '';
}

/** The last is a tag that is never finished. */
const tag = /<!--(?:-?>|.*?-->)|<[/!?a-z](?:"[^"]*"|'[^']*'|[^'">])*>|<[a-z].*$/gis;

/** A tag in the expected HTML is the author's when the Markdown has the very same. */
const withRawHtmlAsText = (html: string, markdown: string): string =>
  html.replace(tag, found => {
    if (!markdown.includes(found.trimEnd())) return found;
    if (found.startsWith('<!--')) return '';
    return /^<br\s*\/?>$/i.test(found) ? ' ' : found.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  });
