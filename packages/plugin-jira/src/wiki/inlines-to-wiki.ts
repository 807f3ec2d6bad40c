import type { AdfInline, AdfMark } from '../adf/adf-node.ts';
import { codeSpanToWiki } from './code-span-to-wiki.ts';
import { escapeText, tail } from './escape-text.ts';
import { linkToWiki } from './link-to-wiki.ts';
import { hasMark, markAround, marksOf } from './mark-around.ts';
import { markToWiki, type Sides } from './mark-to-wiki.ts';

/** The content of a paragraph, heading, cell or item as one line. */
export function inlinesToWiki(inlines: readonly AdfInline[], open: readonly AdfMark[] = []): string {
  const written: string[] = [];
  let before = '';
  for (let index = 0; index < inlines.length; ) {
    const { mark, end } = markAround(inlines, index, open);
    const after = end < inlines.length ? startOf(inlines[end], open) : '';
    const piece = stretchToWiki(inlines.slice(index, end), mark, { open, before, after });
    written.push(piece);
    before = tail(before + piece);
    index = end;
  }
  return written.join('');
}

interface Surroundings extends Sides {
  /** The marks that are written around it already. */
  readonly open: readonly AdfMark[];
}

function stretchToWiki(inlines: readonly AdfInline[], mark: AdfMark | undefined, around: Surroundings): string {
  const { open, before } = around;
  const inLabel = open.some(one => one.type === 'link');
  const text = inlines.map(inline => (inline.type === 'text' ? inline.text : ' ')).join('');
  if (mark === undefined) {
    if (inlines[0]?.type === 'hardBreak') return inLabel ? ' ' : ' \\\\ ';
    return escapeText(text, { before, delimiters: open.map(delimiterOf).join(''), inLabel });
  }
  switch (mark.type) {
    case 'code':
      return codeSpanToWiki(text, around, inLabel);
    case 'link':
      return linkToWiki(inlinesToWiki(inlines, [...open, mark]), text, mark.attrs.href);
    default:
      return markToWiki(inlinesToWiki(inlines, [...open, mark]), delimiterOf(mark), around);
  }
}

function delimiterOf(mark: AdfMark): string {
  if (mark.type === 'subsup') return mark.attrs.type === 'sup' ? '^' : '~';
  return { strong: '*', em: '_', strike: '-', code: '', link: '' }[mark.type];
}

/** What comes next: a blank before a line break, text as it is, or a delimiter. */
function startOf(inline: AdfInline | undefined, open: readonly AdfMark[]): string {
  if (inline?.type !== 'text') return ' ';
  return marksOf(inline).every(mark => hasMark(open, mark)) ? inline.text.slice(0, 1) : '{';
}
