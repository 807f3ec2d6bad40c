import type { Nodes } from 'mdast';
import type { AdfDoc, AdfNode } from '../../adf/adf-node.ts';
import { childrenOf } from '../../adf/children-of.ts';

/** Without white space, of which a reader sees no difference. */
export function compact(text: string): string {
  return text.replace(/\s+/g, '');
}

/** What a document says, piece by piece: each text, code and alternative text. Its footnotes are read at the end. */
export function piecesOf(node: Nodes): readonly string[] {
  if (node.type === 'image') return [node.alt || node.url];
  if (node.type === 'html') return [node.value.replace(/<!--(?:-?>|.*?-->)|<br\s*\/?>/gs, '')];
  if ('value' in node) return [node.value];
  if (!('children' in node)) return [];
  const pieces = node.children.map(child => ({ isNote: child.type === 'footnoteDefinition', said: piecesOf(child) }));
  return [...pieces.filter(one => !one.isNote), ...pieces.filter(one => one.isNote)].flatMap(({ said }) => said);
}

/** The first piece that is not in the text after those before it. */
export function missing(pieces: readonly string[], text: string): string | undefined {
  let at = 0;
  for (const piece of pieces.map(compact)) {
    const found = text.indexOf(piece, at);
    if (found === -1) return piece;
    at = found + piece.length;
  }
  return undefined;
}

/** The same document as ADF says it, with its boxes and titles. */
export function saidByAdf(node: AdfDoc | AdfNode): string {
  if (node.type === 'text') return node.text;
  const inside = childrenOf(node).map(saidByAdf).join('');
  if (node.type === 'taskItem') return (node.attrs.state === 'DONE' ? '☑' : '☐') + inside;
  if (node.type === 'expand' || node.type === 'nestedExpand') return (node.attrs.title ?? '') + inside;
  return node.type === 'panel' ? titles[node.attrs.panelType] + inside : inside;
}

const titles = { info: 'Note', tip: 'Tip', note: 'Important', warning: 'Warning', error: 'Caution', success: 'Done' };
