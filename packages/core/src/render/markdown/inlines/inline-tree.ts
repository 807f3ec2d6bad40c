import type { PhrasingContent } from 'mdast';
import { bareLinksIn, mayHaveBareLinks } from '../bare-links.ts';
import { linkUrl } from '../link-url.ts';
import type { Piece } from './piece.ts';
import type { Run } from './run.ts';

/** Whoever walks the tree has a stack of its own: emphasis in so much of it stays text. */
const deepest = 200;

/** The pieces of a text as nodes, emphasis around what it emphasises, and with the bare links that are in plain text. */
export function inlineTree(pieces: readonly Piece[], mayHaveLinks: boolean): PhrasingContent[] {
  const root: PhrasingContent[] = [];
  // Undefined for emphasis that stays text.
  const around: Array<PhrasingContent[] | undefined> = [];
  let nodes = root;
  let plain = '';
  let isBehindEscape = false;

  function takePlain(): void {
    if (mayHaveLinks && mayHaveBareLinks(plain)) addLinked(nodes, plain, isBehindEscape);
    else addText(nodes, plain);
    plain = '';
    isBehindEscape = false;
  }

  function takeRun({ sign, left, closing, opening }: Run): void {
    for (const size of closing) {
      const outer = around.pop();
      if (outer === undefined) plain += sign.repeat(Number(size));
      else {
        takePlain();
        nodes = outer;
      }
    }
    if (left > 0) plain += sign.repeat(left);
    for (let at = opening.length - 1; at >= 0; at--) {
      const size = Number(opening[at]);
      if (around.length >= deepest) {
        plain += sign.repeat(size);
        around.push(undefined);
        continue;
      }
      takePlain();
      const node = emphasisOf(sign, size);
      nodes.push(node);
      around.push(nodes);
      nodes = node.children;
    }
  }

  for (const piece of pieces) {
    if (typeof piece === 'string') plain += piece;
    else if (piece.type === 'run') takeRun(piece);
    else {
      takePlain();
      if (piece.type === 'text') addText(nodes, piece.value);
      else nodes.push(piece);
      isBehindEscape = piece.type === 'text' && piece.value !== '\n';
    }
  }
  takePlain();
  return root;
}

function emphasisOf(sign: string, size: number) {
  const children: PhrasingContent[] = [];
  if (sign === '~') return { type: 'delete', children } as const;
  return size === 2 ? ({ type: 'strong', children } as const) : ({ type: 'emphasis', children } as const);
}

function addText(nodes: PhrasingContent[], value: string): void {
  const last = nodes.at(-1);
  if (last?.type === 'text') last.value += value;
  else if (value !== '') nodes.push({ type: 'text', value });
}

/** A link right behind an escape is none: `\` before it says so. */
function addLinked(nodes: PhrasingContent[], text: string, isBehindEscape: boolean): void {
  let end = 0;
  for (const link of bareLinksIn(text)) {
    const url = linkUrl(link.url);
    if (url === undefined || (isBehindEscape && link.index === 0)) continue;
    addText(nodes, text.slice(end, link.index));
    nodes.push({ type: 'link', url, title: null, children: [{ type: 'text', value: link.text }] });
    end = link.lastIndex;
  }
  addText(nodes, text.slice(end));
}
