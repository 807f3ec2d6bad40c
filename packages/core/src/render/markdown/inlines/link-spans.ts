import type { Target } from '../blocks/block-state.ts';
import { skipCode } from '../blocks/line.ts';
import { autolink } from './autolink.ts';
import { bareLinkAt } from './bare-link-at.ts';
import { codeSpan } from './code-span.ts';
import { footnoteReference } from './footnote-reference.ts';
import type { InlineState } from './inline-state.ts';
import { linkEnd } from './link-end.ts';
import { rawHtml } from './raw-html.ts';

/** A link or an image. */
export interface LinkSpan extends Target {
  readonly isImage: boolean;
  /** The bracket that closes its text. */
  readonly textEnd: number;
  /** The position behind all of it. */
  readonly end: number;
}

interface Opener {
  readonly at: number;
  readonly isImage: boolean;
  /** There are brackets inside, and none may be in a label. */
  holdsBrackets: boolean;
  readonly outer: Opener | undefined;
  /** How many are around it. */
  readonly depth: number;
}

const backtick = 0x60;
const sign = /[\\`<[\]:]/g;

/** Images in the text of an image, at most: each is read as often as there are images around it. */
const deepestImage = 8;

/**
 * All links and images with brackets, by the position of their opening one. They are found by a walk of their own: that a
 * bracket opens a link is known at the end of it, and how to read its text depends on it.
 */
export function linkSpans(state: InlineState): ReadonlyMap<number, LinkSpan> {
  const { text } = state;
  const spans = new Map<number, LinkSpan>();
  let open: Opener | undefined;
  // None of so many outermost brackets opens a link: there is one inside, and none may be in another.
  let linked = 0;
  let { images } = state;
  let next = 0;

  function openAt(at: number): number {
    const isImage = text[at - 1] === '!' && at > next;
    const note = isImage ? undefined : footnoteReference(state, at);
    if (note !== undefined) return note.end;
    if (open !== undefined) open.holdsBrackets = true;
    open = { at, isImage, holdsBrackets: false, outer: open, depth: open === undefined ? 0 : open.depth + 1 };
    if (isImage) images += 1;
    return at + 1;
  }

  function closeAt(at: number): number {
    const opener = open;
    if (opener === undefined) return at + 1;
    open = opener.outer;
    const { isImage, depth } = opener;
    const isText = isImage ? images > deepestImage : depth < linked;
    if (isImage) images -= 1;
    linked = Math.min(linked, depth);
    if (isText) return at + 1;
    const found = linkEnd(state, { start: opener.at + 1, end: at, isLabel: !opener.holdsBrackets });
    if (found === undefined) return at + 1;
    spans.set(opener.at, { ...found.value, isImage, textEnd: at, end: found.end });
    if (!isImage) linked = depth;
    return found.end;
  }

  function after(at: number): number {
    switch (text[at]) {
      case '\\':
        return at + 2;
      case '`':
        return codeSpan(state, at)?.end ?? skipCode(text, at, text.length, backtick);
      case '<':
        return (autolink(text, at) ?? rawHtml(state, at))?.end ?? at + 1;
      case '[':
        return openAt(at);
      case ']':
        return closeAt(at);
      default:
        return (open === undefined ? bareLinkAt(state, at, next)?.end : undefined) ?? at + 1;
    }
  }

  for (;;) {
    sign.lastIndex = next;
    if (!sign.test(text)) return spans;
    next = after(sign.lastIndex - 1);
  }
}
