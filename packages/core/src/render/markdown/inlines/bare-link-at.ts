import type { Link } from 'mdast';
import { webLinkAtStart } from '../bare-links.ts';
import type { Found } from '../link-target.ts';
import { linkUrl } from '../link-url.ts';
import type { InlineState } from './inline-state.ts';

export interface FoundLink extends Found<Link> {
  readonly start: number;
}

const scheme = /(?:^|[^a-z0-9+.-])(https?)$/i;
/** Each may be looked for to the end of the text. */
const mostVainLinks = 100;
const word = /[^\s<]*/y;

/**
 * A link without any markup around the `:` at `colon`: what it holds is no markup, however it looks. Its scheme begins at
 * `from` or later.
 */
export function bareLinkAt(state: InlineState, colon: number, from: number): FoundLink | undefined {
  const { text } = state;
  if (!text.startsWith('://', colon) || state.vainLinks > mostVainLinks) return undefined;
  const length = scheme.exec(text.slice(Math.max(from, colon - 6), colon))?.[1]?.length;
  if (length === undefined) return undefined;
  const start = colon - length;
  word.lastIndex = start;
  const link = webLinkAtStart(word.exec(text)?.[0] ?? '');
  const url = link && linkUrl(link.url);
  if (link === undefined || url === undefined) {
    state.vainLinks += 1;
    return undefined;
  }
  const value: Link = { type: 'link', url, title: null, children: [{ type: 'text', value: link.text }] };
  return { start, value, end: start + link.text.length };
}
