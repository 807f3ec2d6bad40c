import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Piece, plain, type Told, told } from './told.ts';

/**
 * What the ADF of a Markdown text has to tell, read from the HTML that its specification expects: all of it, with these
 * differences, each on purpose:
 *
 * - HTML that the author wrote is text, tags and all; a comment is nothing and `<br>` a line break
 * - a link that Jira may not follow (anything but http, https and mailto) has its target after it, and its title
 * - an image is a link that reads as its alternative text; in a link, its address is text
 * - a link or image without text is its target
 * - code has no other mark, but may be a link
 * - a heading in a quote or an item is strong text
 * - the box of a task is no text
 */
export function toldByHtml(html: string, markdown: string): Told {
  const tree = fromHtml(withRawHtmlAsText(html, markdown), { fragment: true });
  const code: string[] = [];
  return told(piecesOf(tree, { marks: [], isNested: false, code }), code);
}

/** The last is a tag that is never finished. */
const tag = /<!--(?:-?>|.*?-->)|<[/!?a-z](?:"[^"]*"|'[^']*'|[^'">])*>|<[a-z].*$/gis;

/** A tag in the expected HTML is the author's when the Markdown has the very same. */
function withRawHtmlAsText(html: string, markdown: string): string {
  return html.replace(tag, found => {
    if (!markdown.includes(found.trimEnd())) return found;
    if (found.startsWith('<!--')) return '';
    return /^<br\s*\/?>$/i.test(found) ? ' ' : found.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  });
}

interface Around {
  readonly marks: readonly string[];
  readonly isNested: boolean;
  readonly code: string[];
}

const marks: Readonly<Record<string, string>> = { em: 'em', strong: 'strong', del: 'strike' };

function piecesOf(node: Nodes, around: Around): readonly Piece[] {
  if (node.type === 'text') return [{ text: node.value, marks: around.marks }];
  if (node.type !== 'element') return 'children' in node ? node.children.flatMap(one => piecesOf(one, around)) : [];
  const { tagName } = node;
  if (tagName === 'img') return image(node, around);
  if (tagName === 'a') return link(node, around);
  if (tagName === 'pre') return codeBlock(node, around);
  if (tagName === 'code') return inside(node, { ...around, marks: [...around.marks.filter(isLink), 'code'] });
  const mark = /^h[1-6]$/.test(tagName) && around.isNested ? 'strong' : marks[tagName];
  if (mark !== undefined) return blanksAround(tagName, inside(node, { ...around, marks: [...around.marks, mark] }));
  return blanksAround(
    tagName,
    inside(node, { ...around, isNested: around.isNested || /^(li|blockquote)$/.test(tagName) }),
  );
}

const inside = ({ children }: Element, around: Around) => children.flatMap(one => piecesOf(one, around));

function blanksAround(tagName: string, pieces: readonly Piece[]): readonly Piece[] {
  return /^(em|strong|del|input)$/.test(tagName) ? pieces : [plain(' '), ...pieces, plain(' ')];
}

function codeBlock(node: Element, around: Around): readonly Piece[] {
  const text = inside(node, around)
    .map(piece => piece.text)
    .join('')
    .replace(/\n$/, '');
  around.code.push(text);
  return [plain(` ${text} `)];
}

const isLink = (mark: string) => mark.startsWith('link ');
const mayBeFollowed = (url: string) => /^(https?:\/\/|mailto:)./i.test(url);

function link(node: Element, around: Around): readonly Piece[] {
  const { url, mark, aside } = targetOf(node, 'href');
  const linked = { ...around, marks: [...around.marks, ...mark] };
  const pieces = inside(node, linked);
  const label = pieces.map(({ text }) => text).join('');
  if (label.trim() === '') return [{ text: mark.length > 0 ? url : aside, marks: linked.marks }];
  return mark.length > 0 || label === url || aside === ''
    ? pieces
    : [...pieces, { text: ` (${aside})`, marks: around.marks }];
}

function image(node: Element, around: Around): readonly Piece[] {
  const { url, mark, aside } = targetOf(node, 'src');
  const alt = String(node.properties.alt ?? '');
  const isLinked = mark.length > 0 && !around.marks.some(isLink);
  if (isLinked) return [{ text: alt === '' ? url : alt, marks: [...around.marks, ...mark] }];
  if (alt === '') return [{ text: aside, marks: around.marks }];
  const unlinked = around.marks.filter(one => !isLink(one));
  return [
    { text: alt, marks: around.marks },
    { text: aside === '' ? '' : ` (${aside})`, marks: unlinked },
  ];
}

function targetOf({ properties }: Element, attribute: 'href' | 'src') {
  const url = String(properties[attribute] ?? '');
  const title = properties.title ? [String(properties.title)] : [];
  return {
    url,
    mark: mayBeFollowed(url) ? [['link', url, ...title].join(' ')] : [],
    aside: [...(url === '' ? [] : [url]), ...title.map(one => `"${one}"`)].join(' '),
  };
}
