import type { PhrasingContent } from 'mdast';
import type { Piece } from './piece.ts';

/** Pieces without any run and without bare links as nodes, neighbouring texts as one. */
export function inlineList(pieces: readonly Piece[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const piece of pieces) {
    const last = nodes.at(-1);
    if (typeof piece === 'string') {
      if (last?.type === 'text') last.value += piece;
      else nodes.push({ type: 'text', value: piece });
    } else if (piece.type !== 'run') {
      if (piece.type === 'text' && last?.type === 'text') last.value += piece.value;
      else nodes.push(piece);
    }
  }
  return nodes;
}
