import type { FootnoteReference, Image, Link, PhrasingContent } from 'mdast';
import type { AdfInline, AdfMark } from './adf-node.ts';
import { linkMark } from './link-mark.ts';
import { rawHtmlToAdf } from './raw-html-to-adf.ts';
import { adfText } from './text-to-adf.ts';

export type FootnoteMark = (reference: FootnoteReference) => string | undefined;

/** Inline nodes as text nodes and hard breaks, not yet tidied. */
export function inlinesToAdf(
  nodes: readonly PhrasingContent[],
  marks: readonly AdfMark[],
  footnoteMark: FootnoteMark,
): readonly AdfInline[] {
  const paper: Paper = { written: [], footnoteMark };
  writeAll(nodes, marks, paper);
  return paper.written;
}

interface Paper {
  readonly written: AdfInline[];
  readonly footnoteMark: FootnoteMark;
}

function writeAll(nodes: readonly PhrasingContent[], marks: readonly AdfMark[], paper: Paper): void {
  for (const node of nodes) write(node, marks, paper);
}

function write(node: PhrasingContent, marks: readonly AdfMark[], paper: Paper): void {
  switch (node.type) {
    case 'text':
      return writeText(node.value, marks, paper);
    case 'emphasis':
      return writeAll(node.children, withMark(marks, { type: 'em' }), paper);
    case 'strong':
      return writeAll(node.children, withMark(marks, { type: 'strong' }), paper);
    case 'delete':
      return writeAll(node.children, withMark(marks, { type: 'strike' }), paper);
    case 'inlineCode':
      return writeText(node.value, [{ type: 'code' }, ...marks.filter(mark => mark.type === 'link')], paper);
    case 'break':
      paper.written.push({ type: 'hardBreak' });
      return;
    case 'html':
      for (const one of rawHtmlToAdf(node.value, marks)) paper.written.push(one);
      return;
    case 'link':
      return writeLink(node, marks, paper);
    case 'image':
      return writeImage(node, marks, paper);
    case 'footnoteReference':
      return writeFootnote(node, marks, paper);
    case 'linkReference':
      return writeAll(node.children, marks, paper);
    case 'imageReference':
      return writeText(node.alt ?? node.label ?? node.identifier, marks, paper);
  }
}

function writeText(value: string, marks: readonly AdfMark[], { written }: Paper): void {
  const text = adfText(value, marks);
  if (text !== undefined) written.push(text);
}

function writeLink(node: Link, marks: readonly AdfMark[], paper: Paper): void {
  const { written } = paper;
  const mark = linkMark(node.url, node.title);
  const inside = mark === undefined ? marks : withMark(marks, mark);
  const start = written.length;
  writeAll(node.children, inside, paper);
  const label = textIn(written, start);
  const isBlank = label.trim() === '';
  if (isBlank) written.length = start;
  if (mark === undefined) writeTarget(start, label === node.url ? '' : node.url, node.title, marks, paper);
  else if (isBlank) writeText(node.url, inside, paper);
}

function textIn(inlines: readonly AdfInline[], start: number): string {
  let text = '';
  for (let at = start; at < inlines.length; at++) {
    const one = inlines[at];
    text += one?.type === 'text' ? one.text : ' ';
  }
  return text;
}

function writeFootnote(node: FootnoteReference, marks: readonly AdfMark[], paper: Paper): void {
  const number = paper.footnoteMark(node);
  if (number === undefined) return writeText(`[^${node.label ?? node.identifier}]`, marks, paper);
  writeText(number, withMark(marks, { type: 'subsup', attrs: { type: 'sup' } }), paper);
}

/**
 * An image is a link that reads as its alternative text: Jira does not load pictures from elsewhere. In a link, which can
 * have one target only, the address of the picture follows as text; so it does where it is no web address.
 */
function writeImage({ alt, url, title }: Image, marks: readonly AdfMark[], paper: Paper): void {
  const mark = marks.some(one => one.type === 'link') ? undefined : linkMark(url, title);
  if (mark !== undefined) return writeText(alt || url, withMark(marks, mark), paper);
  const address = url.startsWith('data:') ? url.replace(/[;,].*/s, '') : url;
  const start = paper.written.length;
  if (!alt) return writeTarget(start, address, title, marks, paper);
  writeText(alt, marks, paper);
  writeTarget(start, address, title, withoutLink(marks), paper);
}

/** What a link of the text from `start` on would have carried, in brackets after it: `a (../b "c")`. */
function writeTarget(
  start: number,
  url: string,
  title: string | null | undefined,
  marks: readonly AdfMark[],
  paper: Paper,
): void {
  const carried = [url, title && `"${title}"`].filter(Boolean).join(' ');
  const isBehindText = paper.written.length > start && carried !== '';
  writeText(isBehindText ? ` (${carried})` : carried, marks, paper);
}

const withoutLink = (marks: readonly AdfMark[]) => marks.filter(one => one.type !== 'link');

/** No mark twice on a text: Jira refuses it, the schema does not. */
function withMark(marks: readonly AdfMark[], mark: AdfMark): readonly AdfMark[] {
  return marks.length === 0 ? [mark] : [...marks.filter(one => one.type !== mark.type), mark];
}
