import type { List, ListItem } from 'mdast';
import type { AdfContext } from './adf-context.ts';
import type { AdfBlock, AdfBulletList, AdfListItem, AdfOrderedList } from './adf-node.ts';
import { emptyParagraph } from './paragraph.ts';
import { inItemOf, type Place } from './place.ts';
import { isTaskList, taskListToAdf } from './task-list-to-adf.ts';
import { tidyInlines } from './tidy-inlines.ts';

/**
 * A list, or several with blocks between them: an item that holds a table ends its list there, the table and what comes
 * after it in the item follow, and the next list goes on counting.
 */
export function listToAdf(list: List, place: Place, context: AdfContext): readonly AdfBlock[] {
  if (place.tasks && isTaskList(list)) return [taskListToAdf(list, context)];
  const start = list.ordered ? (list.start ?? 1) : undefined;
  const blocks: AdfBlock[] = [];
  let items: AdfListItem[] = [];
  const inItem = inItemOf(place);
  let index = -1;
  for (const item of list.children) {
    index += 1;
    const content = withCheckbox(item, context.blocks(item.children, inItem));
    const table = content.findIndex(isTable);
    items.push({ type: 'listItem', content: startingWithText(table === -1 ? content : content.slice(0, table)) });
    if (table === -1) continue;
    blocks.push(listOf(items, start, index), ...content.slice(table));
    items = [];
  }
  return items.length === 0 ? blocks : [...blocks, listOf(items, start, list.children.length - 1)];
}

const isTable = ({ type }: AdfBlock): boolean => type === 'table';

function listOf(
  content: readonly AdfListItem[],
  start: number | undefined,
  lastIndex: number,
): AdfBulletList | AdfOrderedList {
  if (start === undefined) return { type: 'bulletList', content };
  const order = start + lastIndex - (content.length - 1);
  return order === 1 ? { type: 'orderedList', content } : { type: 'orderedList', attrs: { order }, content };
}

/** The schema lets an item start with a list, the editor does not. */
function startingWithText(content: readonly AdfBlock[]): readonly AdfBlock[] {
  const first = content[0];
  return first?.type === 'paragraph' || first?.type === 'codeBlock' ? content : [emptyParagraph, ...content];
}

/** A box as text, for lists that Jira cannot show as tasks. */
function withCheckbox({ checked }: ListItem, content: readonly AdfBlock[]): readonly AdfBlock[] {
  if (typeof checked !== 'boolean') return content;
  const box = { type: 'text', text: checked ? '☑ ' : '☐ ' } as const;
  const [first, ...others] = content;
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', content: [box] }, ...content];
  return [{ ...first, content: tidyInlines([box, ...first.content]) }, ...others];
}
