import type { PhrasingContent } from 'mdast';
import { skipBlanks, skipCode } from '../blocks/line.ts';
import type { Found } from '../link-target.ts';
import { autolink } from './autolink.ts';
import { bareLinkAt } from './bare-link-at.ts';
import { codeSpan } from './code-span.ts';
import { entity } from './entity.ts';
import { escaped } from './escaped.ts';
import { footnoteReference } from './footnote-reference.ts';
import { type InlineState, inlineState, type Labels } from './inline-state.ts';
import { inlineTree, type Piece } from './inline-tree.ts';
import { linkSpans } from './link-spans.ts';
import { pairRuns } from './pair-runs.ts';
import { rawHtml } from './raw-html.ts';
import { type Run, runAt } from './run.ts';
import { visibleText } from './visible-text.ts';

/** The inline nodes of a paragraph, heading or cell. A soft line break is a newline inside text. */
export function readInlines(text: string, labels: Labels): PhrasingContent[] {
  return readRange(inlineState(text, labels), 0, text.length);
}

function readRange(state: InlineState, start: number, end: number): PhrasingContent[] {
  const { text } = state;
  const pieces: Piece[] = [];
  const runs: Run[] = [];
  // Where the text begins that is not among the pieces yet.
  let plain = start;
  const takePlain = (until: number) => {
    if (until > plain) pieces.push(plainPiece(state, text.slice(plain, until)));
  };
  const take = (until: number, piece: Piece, behind: number) => {
    takePlain(until);
    pieces.push(piece);
    plain = behind;
    return behind;
  };
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    if (code >= isSign.length || isSign[code] === 0) {
      at += 1;
      continue;
    }
    if (code === star || code === underscore || code === tilde) {
      const run = runAt(text, at, end, runs.length);
      runs.push(run);
      at = take(at, run, at + run.length);
      continue;
    }
    if (code === lineFeed) {
      let until = at;
      while (until > plain && text.charCodeAt(until - 1) === blank) until -= 1;
      at = take(
        until,
        at - until >= 2 ? { type: 'break' } : { type: 'text', value: '\n' },
        skipBlanks(text, at + 1, end),
      );
      continue;
    }
    if (code === colon) {
      const link = state.links === 0 ? bareLinkAt(state, at, plain) : undefined;
      at = link === undefined ? at + 1 : take(link.start, link.value, link.end);
      continue;
    }
    const found = pieceAt(state, at);
    if (found !== undefined) {
      at = take(at, found.value, found.end);
      if (found.value.type === 'html') countLinks(state, found.value.value, at);
    } else at = code === backtick ? skipCode(text, at, end, backtick) : at + 1;
  }
  takePlain(end);
  pairRuns(runs);
  return inlineTree(pieces);
}

/** In a link, bare links are plain text. */
const plainPiece = ({ links }: InlineState, text: string): Piece =>
  links === 0 ? text : { type: 'text', value: text };

function pieceAt(state: InlineState, at: number): Found<PhrasingContent> | undefined {
  const { text } = state;
  switch (text[at]) {
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

/** An `<a>` that is never closed is no link. */
function countLinks(state: InlineState, tag: string, at: number): void {
  if (/^<a[>\s]/i.test(tag)) {
    state.lastClosedLink ??= state.text.toLowerCase().lastIndexOf('</a');
    if (at < state.lastClosedLink) state.links += 1;
  } else if (state.links > 0 && /^<\/a\s*>/i.test(tag)) state.links -= 1;
}

function link(state: InlineState, at: number): Found<PhrasingContent> | undefined {
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

function image(state: InlineState, at: number): Found<PhrasingContent> | undefined {
  state.spans ??= linkSpans(state);
  const span = state.spans.get(at + 1);
  if (span === undefined || !span.isImage) return undefined;
  const { url, title, textEnd, end } = span;
  const alt = visibleText(readInlines(state.text.slice(at + 2, textEnd), state.labels));
  return { value: { type: 'image', url, title, alt }, end };
}

const [lineFeed, blank, star, colon, underscore, backtick, tilde] = [10, 0x20, 0x2a, 0x3a, 0x5f, 0x60, 0x7e];
const isSign = Uint8Array.from({ length: 0x80 }, (_, code) =>
  '\n!&*:<[\\_`~'.includes(String.fromCharCode(code)) ? 1 : 0,
);
