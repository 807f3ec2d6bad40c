import type { AdfBlock, AdfCodeBlock, AdfInline, AdfListItem, AdfTaskItem, AdfTaskList } from './adf-node.ts';
import { cutText } from './cut-text.ts';
import { dropLastHeadings } from './drop-last-headings.ts';
import { keepWithin } from './keep-within.ts';
import type { Measure } from './measure.ts';
import { shortestFragment } from './shortest-fragment.ts';
import { tidyInlines } from './tidy-inlines.ts';

type AdfTask = AdfTaskItem | AdfTaskList;

/** As much of a block as fits into the room, or nothing. What comes back is legal wherever the block was. */
export function cutBlock(block: AdfBlock, room: number, measure: Measure): AdfBlock | undefined {
  if (block.type === 'rule') return undefined;
  const inside = room - measure({ ...block, content: [] });
  if (inside <= 0) return undefined;
  switch (block.type) {
    case 'codeBlock':
      return cutCode(block, inside, measure);
    case 'paragraph':
    case 'heading':
      return filled({ ...block, content: cutInlines(block.content, inside, measure) });
    case 'bulletList':
    case 'orderedList':
      return filled({ ...block, content: keepWithin(block.content, inside, measure, cutItem) });
    case 'taskList':
      return filled({ ...block, content: keepWithin(block.content, inside, measure, cutTask) });
    case 'table':
      return filled({ ...block, content: keepWithin(block.content, inside, measure, () => undefined) });
    case 'blockquote':
    case 'panel':
    case 'expand':
    case 'nestedExpand':
      return filled({ ...block, content: dropLastHeadings(keepWithin(block.content, inside, measure, cutBlock)) });
  }
}

function filled<Block extends { readonly content: readonly unknown[] }>(block: Block): Block | undefined {
  return block.content.length === 0 ? undefined : block;
}

function cutItem(item: AdfListItem, room: number, measure: Measure): AdfListItem | undefined {
  const inside = room - measure({ ...item, content: [] });
  return filled({ ...item, content: keepWithin(item.content, inside, measure, cutBlock) });
}

function cutTask(task: AdfTask, room: number, measure: Measure): AdfTask | undefined {
  const inside = room - measure({ ...task, content: [] });
  if (task.type === 'taskItem') return filled({ ...task, content: cutInlines(task.content, inside, measure) });
  return filled({ ...task, content: keepWithin(task.content, inside, measure, cutTask) });
}

function cutCode(block: AdfCodeBlock, room: number, measure: Measure): AdfCodeBlock | undefined {
  const content = keepWithin(block.content ?? [], room, measure, (text, left) => cutText(text, left, measure, '\n'));
  return content.length === 0 ? undefined : { ...block, content };
}

function cutInlines(inlines: readonly AdfInline[], room: number, measure: Measure): readonly AdfInline[] {
  const kept = tidyInlines(
    keepWithin(inlines, room, measure, (inline, left) =>
      inline.type === 'text' ? cutText(inline, left, measure, ' ') : undefined,
    ),
  );
  const text = kept.map(inline => (inline.type === 'text' ? inline.text : ' ')).join('');
  return text.trim().length < shortestFragment ? [] : kept;
}
