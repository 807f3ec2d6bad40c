import type {
  AdfBlock,
  AdfBulletList,
  AdfListItem,
  AdfOrderedList,
  AdfTaskItem,
  AdfTaskList,
} from '../adf/adf-node.ts';
import { inlinesToWiki } from './inlines-to-wiki.ts';

type AdfList = AdfBulletList | AdfOrderedList | AdfTaskList;
type BlockToWiki = (block: AdfBlock) => string;

/**
 * A list, each item with the markers of all lists that it is in: `* a`, `*# b`. An empty line would end it, so what
 * follows in an item is on the next line. Jira counts each list from one. A task is a bullet with ☐ or ☑: Jira's icons
 * (/) and (x) read as done and failed.
 */
export function listToWiki(list: AdfList, blockToWiki: BlockToWiki, outer = ''): string {
  const markers = outer + (list.type === 'orderedList' ? '#' : '*');
  return list.content.map(item => itemToWiki(item, blockToWiki, markers)).join('\n');
}

function itemToWiki(item: AdfListItem | AdfTaskItem | AdfTaskList, blockToWiki: BlockToWiki, markers: string): string {
  if (item.type === 'taskList') return listToWiki(item, blockToWiki, markers);
  if (item.type === 'taskItem') {
    return `${markers} ${item.attrs.state === 'DONE' ? '☑' : '☐'} ${inlinesToWiki(item.content)}`;
  }
  const blocks = item.content.map(block =>
    isList(block) ? listToWiki(block, blockToWiki, markers) : blockToWiki(block),
  );
  return `${markers} ${blocks.join('\n')}`;
}

function isList(block: AdfBlock): block is AdfList {
  return block.type === 'bulletList' || block.type === 'orderedList' || block.type === 'taskList';
}
