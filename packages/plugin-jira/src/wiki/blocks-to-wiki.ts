import type { AdfBlock, AdfInline } from '../adf/adf-node.ts';
import { boxToWiki } from './box-to-wiki.ts';
import { codeToWiki } from './code-to-wiki.ts';
import { escapeLineStart } from './escape-line-start.ts';
import { inlinesToWiki } from './inlines-to-wiki.ts';
import { listToWiki } from './list-to-wiki.ts';
import { tableToWiki } from './table-to-wiki.ts';

/** Blocks with an empty line between them. */
export function blocksToWiki(blocks: readonly AdfBlock[]): string {
  return writeBlocks(blocks, false);
}

/** @param inPanel `{panel}` ends at the next `{panel}`: there is none in another */
function writeBlocks(blocks: readonly AdfBlock[], inPanel: boolean): string {
  return blocks.map(block => blockToWiki(block, inPanel)).join('\n\n');
}

function blockToWiki(block: AdfBlock, inPanel: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return lineToWiki(block.content);
    case 'heading':
      return `h${block.attrs.level}. ${inlinesToWiki(block.content)}`;
    case 'rule':
      return '----';
    case 'codeBlock':
      return codeToWiki((block.content ?? []).map(({ text }) => text).join(''), block.attrs?.language);
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return listToWiki(block, inItem => blockToWiki(inItem, inPanel));
    case 'table':
      return tableToWiki(block);
    case 'blockquote':
      return boxToWiki({ macro: 'quote', title: '', body: writeBlocks(block.content, inPanel) });
    case 'panel':
      return panel(titles[block.attrs.panelType], block.content, inPanel);
    case 'expand':
    case 'nestedExpand':
      return panel(block.attrs.title ?? '', block.content, inPanel);
  }
}

const titles = { info: 'Note', tip: 'Tip', note: 'Important', warning: 'Warning', error: 'Caution', success: 'Done' };

function panel(title: string, content: readonly AdfBlock[], inPanel: boolean): string {
  return boxToWiki({ macro: inPanel ? undefined : 'panel', title, body: writeBlocks(content, true) });
}

function lineToWiki(content: readonly AdfInline[]): string {
  return escapeLineStart(inlinesToWiki(content));
}
