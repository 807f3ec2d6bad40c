import type { List, ListItem } from 'mdast';
import { positionOf } from './position-of.ts';
import type { TokenTree } from './token-tree.ts';

type ReadBlocks = (trees: readonly TokenTree[]) => ListItem['children'];

/** A list. `- [ ] text` and `- [x] text` become items with `checked`, and lose the marker from their text. */
export function listFromTokens({ token, children }: TokenTree, readBlocks: ReadBlocks): List {
  const ordered = token.type === 'ordered_list_open';
  const spread = children.some(item => item.children.some(isSpaced));
  return {
    type: 'list',
    ordered,
    start: ordered ? Number(token.attrGet('start') ?? 1) : null,
    spread,
    children: children.map(item => itemFrom(item, spread, readBlocks)),
  };
}

/** In a tight list markdown-it hides the paragraphs: their text stands in the item without one. */
function isSpaced({ token }: TokenTree): boolean {
  return token.type === 'paragraph_open' && !token.hidden;
}

function itemFrom({ token, children }: TokenTree, spread: boolean, readBlocks: ReadBlocks): ListItem {
  const blocks = readBlocks(children);
  const checked = hasTaskMarker(children) ? takeTaskMarker(blocks) : null;
  return {
    type: 'listItem',
    checked,
    spread: spread && children.length > 1,
    children: blocks,
    ...positionOf(token),
  };
}

/** Asked of the source, where an escaped bracket still has its backslash. */
function hasTaskMarker([first]: readonly TokenTree[]): boolean {
  const source = first?.token.type === 'paragraph_open' ? first.children[0]?.token.content : undefined;
  return source !== undefined && /^\[[ xX]\][ \t\n]+\S/.test(source);
}

function takeTaskMarker([first]: ListItem['children']): boolean | null {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const marker = text?.type === 'text' ? /^\[([ xX])\]\s*/.exec(text.value) : null;
  if (first?.type !== 'paragraph' || text?.type !== 'text' || marker === null) return null;
  text.value = text.value.slice(marker[0].length);
  if (text.value === '') first.children.shift();
  return marker[1] !== ' ';
}
