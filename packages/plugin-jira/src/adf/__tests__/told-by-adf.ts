import type { AdfDoc, AdfMark, AdfNode } from '../adf-node.ts';
import { childrenOf } from '../children-of.ts';
import { type Piece, plain, type Told, told } from './told.ts';

export function toldByAdf(doc: AdfDoc): Told {
  const code: string[] = [];
  return told(piecesOf(doc, code), code);
}

function piecesOf(node: AdfDoc | AdfNode, code: string[]): readonly Piece[] {
  if (node.type === 'text') return [{ text: node.text, marks: (node.marks ?? []).map(nameOf) }];
  const inside = childrenOf(node).flatMap(child => piecesOf(child, code));
  if (node.type === 'codeBlock') code.push(inside.map(({ text }) => text).join(''));
  const title = 'attrs' in node && node.attrs && 'title' in node.attrs ? (node.attrs.title ?? '') : '';
  return [plain(` ${title} `), ...(node.type === 'paragraph' ? withoutSigns(inside) : inside), plain(' ')];
}

/** What stands for a quote or a rule where there may be none. */
function withoutSigns([first, ...others]: readonly Piece[]): readonly Piece[] {
  return first === undefined ? [] : [{ ...first, text: first.text.replace(/^(> )+|^———$/, '') }, ...others];
}

function nameOf(mark: AdfMark): string {
  if (mark.type !== 'link') return mark.type;
  const { href, title } = mark.attrs;
  return ['link', href, ...(title === undefined ? [] : [title])].join(' ');
}
