import type { PhrasingContent } from 'mdast';
import { skipBlanks, skipCode } from '../blocks/line.ts';
import type { Found } from '../link-target.ts';
import { autolink } from './autolink.ts';
import { bareLinkAt } from './bare-link-at.ts';
import { codeSpan } from './code-span.ts';
import { entity } from './entity.ts';
import { escaped } from './escaped.ts';
import { footnoteReference } from './footnote-reference.ts';
import { inlineList } from './inline-list.ts';
import { type InlineState, inlineState, type Labels } from './inline-state.ts';
import { inlineTree } from './inline-tree.ts';
import { linkSpans } from './link-spans.ts';
import { pairRuns } from './pair-runs.ts';
import type { Piece } from './piece.ts';
import { rawHtml } from './raw-html.ts';
import { type Run, runAt } from './run.ts';
import { visibleText } from './visible-text.ts';

/** What may be more than text; of `www.` the last character. */
const sign = /[\n!&*:<@[\\_`~]|www\./gi;

/** The inline nodes of a paragraph, heading or cell. A soft line break is a newline inside text. */
export function readInlines(text: string, labels: Labels): PhrasingContent[] {
  sign.lastIndex = 0;
  if (!sign.test(text)) return [{ type: 'text', value: text }];
  return readRange(inlineState(text, labels, 0), 0, text.length);
}

function readRange(state: InlineState, start: number, end: number): PhrasingContent[] {
  const { text } = state;
  const pieces: Piece[] = [];
  let hasRuns = false;
  // Where the text begins that is not among the pieces yet.
  let plain = start;
  let next = start;
  for (;;) {
    sign.lastIndex = next;
    const at = sign.test(text) ? sign.lastIndex - 1 : end;
    if (at >= end) break;
    const found = pieceAt(state, at, end, plain);
    if (found === undefined) {
      next = text[at] === '`' ? skipCode(text, at, end, backtick) : at + 1;
      continue;
    }
    const begin = found.start ?? at;
    if (begin > plain) pieces.push(plainPiece(state, text.slice(plain, begin)));
    if (found.value.type === 'run') hasRuns = true;
    if (found.value.type === 'html') countLinks(state, found.value.value, at);
    pieces.push(found.value);
    plain = next = found.end;
  }
  if (end > plain) pieces.push(plainPiece(state, text.slice(plain, end)));
  if (hasRuns) pairRuns(pieces);
  return hasRuns || state.mayHaveLinks ? inlineTree(pieces, state.mayHaveLinks) : inlineList(pieces);
}

/** In a link, bare links are plain text. */
const plainPiece = ({ links }: InlineState, text: string): Piece =>
  links === 0 ? text : { type: 'text', value: text };

interface FoundPiece extends Found<PhrasingContent | Run> {
  /** Where it begins, if before its sign. */
  readonly start?: number;
}

/** @param plain where the text begins that is not among the pieces yet: a piece may take something off its end */
function pieceAt(state: InlineState, at: number, end: number, plain: number): FoundPiece | undefined {
  const { text } = state;
  switch (text[at]) {
    case '*':
    case '_':
    case '~':
      return run(text, at, end);
    case '\n':
      return lineEnd(text, at, end, plain);
    case ':':
      if (!text.startsWith('://', at)) return undefined;
      state.mayHaveLinks = true;
      return state.links === 0 ? bareLinkAt(state, at, plain) : undefined;
    case '@':
    case '.':
      state.mayHaveLinks = true;
      return undefined;
    case '\\':
      return escaped(text, at);
    case '&':
      return entity(text, at);
    case '`':
      return codeSpan(state, at);
    case '<':
      return autolink(text, at) ?? rawHtml(state, at);
    case '[':
      return footnoteReference(state, at) ?? link(state, at);
    default:
      return text[at + 1] === '[' ? image(state, at) : undefined;
  }
}

function run(text: string, at: number, end: number): FoundPiece {
  const value = runAt(text, at, end);
  return { value, end: at + value.length };
}

/** A hard break behind two blanks and more, otherwise a soft one. The blanks around it are no text. */
function lineEnd(text: string, at: number, end: number, plain: number): FoundPiece {
  let start = at;
  while (start > plain && text.charCodeAt(start - 1) === blank) start -= 1;
  const value: PhrasingContent = at - start >= 2 ? { type: 'break' } : { type: 'text', value: '\n' };
  return { start, value, end: skipBlanks(text, at + 1, end) };
}

/** An `<a>` that is never closed is no link. */
function countLinks(state: InlineState, tag: string, at: number): void {
  if (/^<a[>\s]/i.test(tag)) {
    state.lastClosedLink ??= state.text.toLowerCase().lastIndexOf('</a');
    if (at < state.lastClosedLink) state.links += 1;
  } else if (state.links > 0 && /^<\/a\s*>/i.test(tag)) state.links -= 1;
}

function link(state: InlineState, at: number): FoundPiece | undefined {
  state.spans ??= linkSpans(state);
  const span = state.spans.get(at);
  if (span === undefined || span.isImage) return undefined;
  const { url, title, textEnd, end } = span;
  const { links } = state;
  state.links = links + 1;
  const children = readRange(state, at + 1, textEnd);
  state.links = links;
  return { value: { type: 'link', url, title, children }, end };
}

function image(state: InlineState, at: number): FoundPiece | undefined {
  state.spans ??= linkSpans(state);
  const span = state.spans.get(at + 1);
  if (span === undefined || !span.isImage) return undefined;
  const { url, title, textEnd, end } = span;
  const inside = inlineState(state.text.slice(at + 2, textEnd), state.labels, state.images + 1);
  const alt = visibleText(readRange(inside, 0, inside.text.length));
  return { value: { type: 'image', url, title, alt }, end };
}

const [blank, backtick] = [0x20, 0x60];
