import type { AdfBlock, AdfCodeBlock, AdfInline, AdfListItem, AdfTaskItem, AdfTaskList } from './adf-node.ts';
import { cutText } from './cut-text.ts';
import { keepWithin } from './keep-within.ts';
import { tidyInlines } from './tidy-inlines.ts';

/** As much of a block as fits into the room, or nothing. What comes back is legal wherever the block was. */
export function cutBlock(block: AdfBlock, room: number): AdfBlock | undefined {
  const inside = room - JSON.stringify({ ...block, content: [] }).length;
  if (inside <= 0) return undefined;
  switch (block.type) {
    case 'rule':
      return undefined;
    case 'codeBlock':
      return cutCode(block, inside);
    case 'paragraph':
    case 'heading':
      return filled({ ...block, content: cutInlines(block.content, inside) });
    case 'bulletList':
    case 'orderedList':
      return filled({ ...block, content: keepWithin(block.content, inside, cutItem) });
    case 'taskList':
      return filled({ ...block, content: keepWithin(block.content, inside, cutTask) });
    case 'table':
      return filled({ ...block, content: keepWithin(block.content, inside, () => undefined) });
    case 'blockquote':
    case 'panel':
    case 'expand':
    case 'nestedExpand':
      return filled({ ...block, content: keepWithin(block.content, inside, cutBlock) });
  }
}

function filled<Block extends { readonly content: readonly unknown[] }>(block: Block): Block | undefined {
  return block.content.length === 0 ? undefined : block;
}

function cutItem(item: AdfListItem, room: number): AdfListItem | undefined {
  const inside = room - JSON.stringify({ ...item, content: [] }).length;
  return filled({ ...item, content: keepWithin(item.content, inside, cutBlock) });
}

function cutTask(task: AdfTaskItem | AdfTaskList, room: number): AdfTaskItem | AdfTaskList | undefined {
  const inside = room - JSON.stringify({ ...task, content: [] }).length;
  if (task.type === 'taskItem') return filled({ ...task, content: cutInlines(task.content, inside) });
  return filled({ ...task, content: keepWithin(task.content, inside, cutTask) });
}

function cutCode(block: AdfCodeBlock, room: number): AdfCodeBlock | undefined {
  const content = keepWithin(block.content ?? [], room, (text, left) => cutText(text, left, '\n'));
  return content.length === 0 ? undefined : { ...block, content };
}

function cutInlines(inlines: readonly AdfInline[], room: number): readonly AdfInline[] {
  return tidyInlines(
    keepWithin(inlines, room, (inline, left) => (inline.type === 'text' ? cutText(inline, left, ' ') : undefined)),
  );
}
