import type { FootnoteReference, Image, Link, PhrasingContent } from 'mdast';
import type { AdfInline, AdfMark } from './adf-node.ts';
import { linkMark } from './link-mark.ts';
import { rawHtmlToAdf } from './raw-html-to-adf.ts';
import { adfText, textToAdf } from './text-to-adf.ts';

export type FootnoteMark = (reference: FootnoteReference) => string | undefined;

/** Inline nodes as text nodes and hard breaks, not yet tidied. */
export function inlinesToAdf(
  nodes: readonly PhrasingContent[],
  marks: readonly AdfMark[],
  footnoteMark: FootnoteMark,
): readonly AdfInline[] {
  const first = nodes[0];
  if (nodes.length === 1 && first?.type === 'text') return textToAdf(first.value, marks);
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
      writeText(node.value, marks, paper);
      break;
    case 'emphasis':
      writeAll(node.children, withMark(marks, em), paper);
      break;
    case 'strong':
      writeAll(node.children, withMark(marks, strong), paper);
      break;
    case 'delete':
      writeAll(node.children, withMark(marks, strike), paper);
      break;
    case 'inlineCode':
      writeText(node.value, asCode(marks), paper);
      break;
    case 'break':
      paper.written.push({ type: 'hardBreak' });
      break;
    case 'html':
      for (const one of rawHtmlToAdf(node.value, marks)) paper.written.push(one);
      break;
    case 'link':
      writeLink(node, marks, paper);
      break;
    case 'image':
      writeImage(node, marks, paper);
      break;
    case 'footnoteReference':
      writeFootnote(node, marks, paper);
      break;
    case 'linkReference':
      writeAll(node.children, marks, paper);
      break;
    case 'imageReference':
      writeText(node.alt ?? node.label ?? node.identifier, marks, paper);
  }
}

function writeText(value: string, marks: readonly AdfMark[], { written }: Paper): void {
  const text = adfText(value, marks);
  if (text !== undefined) written.push(text);
}

function writeLink(node: Link, marks: readonly AdfMark[], paper: Paper): void {
  const { written } = paper;
  const mark = linkMark(node.url, node.title);
  const inside = mark === undefined ? marks : withMark(marks, [mark]);
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
  if (number === undefined) writeText(`[^${node.label ?? node.identifier}]`, marks, paper);
  else writeText(number, withMark(marks, sup), paper);
}

/**
 * An image is a link that reads as its alternative text: Jira does not load pictures from elsewhere. In a link, which can
 * have one target only, the address of the picture follows as text; so it does where it is no web address.
 */
function writeImage({ alt, url, title }: Image, marks: readonly AdfMark[], paper: Paper): void {
  const mark = marks.some(one => one.type === 'link') ? undefined : linkMark(url, title);
  const address = url.startsWith('data:') ? url.replace(/[;,].*/s, '') : url;
  const start = paper.written.length;
  if (mark !== undefined) writeText(alt || url, withMark(marks, [mark]), paper);
  else if (alt) {
    writeText(alt, marks, paper);
    writeTarget(start, address, title, withoutLink(marks), paper);
  } else writeTarget(start, address, title, marks, paper);
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

// Lists of one: most marked texts have one mark, and share its list.
const em: readonly AdfMark[] = [{ type: 'em' }];
const strong: readonly AdfMark[] = [{ type: 'strong' }];
const strike: readonly AdfMark[] = [{ type: 'strike' }];
const sup: readonly AdfMark[] = [{ type: 'subsup', attrs: { type: 'sup' } }];
const code: readonly AdfMark[] = [{ type: 'code' }];

const asCode = (marks: readonly AdfMark[]): readonly AdfMark[] =>
  marks.length === 0 ? code : [...code, ...marks.filter(one => one.type === 'link')];

/** No mark twice on a text: Jira refuses it, the schema does not. */
function withMark(marks: readonly AdfMark[], mark: readonly AdfMark[]): readonly AdfMark[] {
  return marks.length === 0 ? mark : [...marks.filter(one => mark.every(added => added.type !== one.type)), ...mark];
}
