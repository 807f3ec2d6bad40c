import type { AdfTable, AdfTableCell } from '../adf/adf-node.ts';
import { escapeLineStart } from './escape-line-start.ts';
import { inlinesToWiki } from './inlines-to-wiki.ts';

/** `|| header ||`, `| cell |`. The blanks keep an empty cell from reading as the start of a header; Jira aligns nothing. */
export function tableToWiki({ content }: AdfTable): string {
  return content
    .map(({ content: cells }) => {
      const side = cells.some(cell => cell.type === 'tableHeader') ? '||' : '|';
      return `${side}${cells
        .map(cell => ` ${cellToWiki(cell)}`.trimEnd())
        .map(cell => `${cell} ${side}`)
        .join('')}`;
    })
    .join('\n');
}

function cellToWiki({ content }: AdfTableCell): string {
  return escapeLineStart(content.map(paragraph => inlinesToWiki(paragraph.content)).join(' \\\\ '));
}
