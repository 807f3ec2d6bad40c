import type { BlockState } from './block-state.ts';
import { fenceLength } from './fence.ts';
import { footnoteLabel } from './footnote-label.ts';
import { headingDepth } from './heading.ts';
import { htmlKind } from './html-kind.ts';
import { skipBlanks } from './line.ts';
import { lineAt } from './lines-of-state.ts';
import { listMarker } from './list-marker.ts';
import { isOutsideOfItem } from './outside-of-item.ts';
import { isRule } from './rule.ts';
import { tableHead } from './table-head.ts';

/** What a line may go on with. Less interrupts a list than a quote, and less a quote than text. */
export type Interrupted = 'paragraph' | 'definition' | 'quote' | 'list';

/** Whether a line begins something that needs no empty line before it. */
export function interrupts(state: BlockState, at: number, end: number, what: Interrupted): boolean {
  const { source } = state;
  const line = lineAt(state, at);
  const isText = what === 'paragraph' || what === 'definition';
  if (isText && tableHead(state, at, end) !== undefined) return true;
  if (line.indent - state.indent >= 4) return false;
  switch (source[line.text]) {
    case '>':
      return true;
    case '`':
    case '~':
      return fenceLength(source, line) > 0;
    case '#':
      return what !== 'list' && headingDepth(source, line) !== undefined;
    case '<':
      return what !== 'list' && htmlKind(source.slice(line.text, line.end))?.interrupts === true;
    case '[':
      return isText && footnoteLabel(source, line) !== undefined;
    default:
      return isRule(source, line) || (what !== 'list' && beginsList(state, at, what));
  }
}

/** Between the lines of a paragraph an ordered list begins with 1, and no list with an empty item. */
function beginsList(state: BlockState, at: number, what: Interrupted): boolean {
  const { source, indent } = state;
  const line = lineAt(state, at);
  const marker = listMarker(source, line);
  if (marker === undefined || isOutsideOfItem(state, at)) return false;
  if (what !== 'paragraph' || line.indent < indent) return true;
  return (marker.number ?? 1) === 1 && skipBlanks(source, marker.end, line.end) < line.end;
}
