import type { List, ListItem } from 'mdast';
import type { BlockState, ReadBlocks } from './block-state.ts';
import { interrupts } from './interrupts.ts';
import { isBlank, tabWidth } from './line.ts';
import { isEmptyLine, lineAt } from './lines-of-state.ts';
import { type ListMarker, listMarker } from './list-marker.ts';
import { isOutsideOfItem } from './outside-of-item.ts';
import { placed } from './placed.ts';

/** A list. `- [ ] text` and `- [x] text` are kept for `takeTaskMarkers`. */
export function readList(state: BlockState, start: number, end: number, readBlocks: ReadBlocks): List | undefined {
  if (isOutsideOfItem(state, start)) return undefined;
  let marker = listMarker(state.source, lineAt(state, start));
  if (marker === undefined) return undefined;
  const { sign, number } = marker;
  const items: ListItem[] = [];
  let [isTight, endsEmpty] = [true, false];
  let at = start;
  state.depth += 1;
  while (marker?.sign === sign) {
    const wasTight = state.isTight;
    items.push(readItem(state, at, end, marker, readBlocks));
    if (!state.isTight || endsEmpty) isTight = false;
    endsEmpty = state.line - at > 1 && isEmptyLine(state, state.line - 1);
    state.isTight = wasTight;
    at = state.line;
    const next = lineAt(state, at);
    if (at >= end || next.indent < state.indent || next.indent - state.indent >= 4) break;
    if (interrupts(state, at, end, 'list')) break;
    marker = listMarker(state.source, next);
  }
  state.depth -= 1;
  state.line = at;
  const spread = !isTight && items.some(({ children }) => children.some(({ type }) => type === 'paragraph'));
  if (spread) for (const item of items) item.spread = item.children.length > 1;
  const list: List = {
    type: 'list',
    ordered: number !== undefined,
    start: number ?? null,
    spread,
    children: items,
  };
  return placed(state, list, start, at);
}

function readItem(state: BlockState, at: number, end: number, marker: ListMarker, readBlocks: ReadBlocks): ListItem {
  const { source, indent, listIndent } = state;
  const line = lineAt(state, at);
  const initial = line.indent + marker.end - line.text;
  let [text, offset] = [marker.end, initial];
  for (; text < line.end && isBlank(source.charCodeAt(text)); text++)
    offset += source.charCodeAt(text) === tab ? tabWidth(offset + line.column) : 1;
  const isEmpty = text >= line.end;
  // More than four blanks are one, and code that begins with blanks.
  const after = isEmpty || offset - initial > 4 ? 1 : offset - initial;
  state.listIndent = indent;
  state.indent = initial + after;
  state.isTight = true;
  state.lines[at] = { ...line, text, indent: offset };
  state.depth += 1;
  const firstText = state.inlines.length;
  let children: ListItem['children'] = [];
  if (isEmpty && isEmptyLine(state, at + 1)) state.line = Math.min(state.line + 2, end);
  else children = readBlocks(state, at, end);
  state.depth -= 1;
  state.indent = indent;
  state.listIndent = listIndent;
  state.lines[at] = line;
  const item = placed<ListItem>(state, { type: 'listItem', checked: null, spread: false, children }, at, state.line);
  const first = state.inlines[firstText];
  if (first !== undefined && first.parent === children[0] && taskMarker.test(first.text)) state.tasks.push(item);
  return item;
}

const tab = 9;

/** Asked of the source, where an escaped bracket still has its backslash. */
const taskMarker = /^\[[ xX]\][ \t\n]+\S/;
