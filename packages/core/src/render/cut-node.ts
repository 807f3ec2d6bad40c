import type { Nodes, RootContent } from 'mdast';
import { cutText } from './cut-text.ts';
import { htmlText } from './document-to-text-inline.ts';

/** A piece of a paragraph that is shorter says nothing. */
const shortestPiece = 40;

/** The nodes from the front that have room together; of the first that has none, the part that can be saved. */
export function keepWithin<Node extends RootContent>(nodes: readonly Node[], room: number): Node[] {
  const kept: Node[] = [];
  let left = room;
  for (const node of nodes) {
    const length = textLength(node);
    if (length > left) {
      const part = cutNode(node, left);
      return part === undefined ? kept : [...kept, part as Node];
    }
    kept.push(node);
    left -= length;
  }
  return kept;
}

/** As much of a node as has room: whole items and rows, lines of code, words. A heading, a row or a link is all or nothing. */
function cutNode(node: RootContent, room: number): RootContent | undefined {
  if (room < 1) return undefined;
  switch (node.type) {
    case 'text':
      return room < shortestPiece ? undefined : { ...node, value: cutAt(node.value, room, ' ') };
    case 'code':
      return { ...node, value: cutAt(node.value, room, '\n') };
    case 'paragraph':
    case 'emphasis':
    case 'strong':
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'footnoteDefinition': {
      const children = keepWithin<RootContent>(node.children, room);
      return children.length === 0 ? undefined : ({ ...node, children } as typeof node);
    }
    case 'table': {
      const children = keepWithin(node.children, room);
      return children.length < 2 ? undefined : { ...node, children };
    }
    default:
      return undefined;
  }
}

/** Behind a separator where there is one in the second half of what fits. */
function cutAt(text: string, room: number, separator: string): string {
  const at = text.slice(0, room).lastIndexOf(separator);
  return cutText(text, at > room / 2 ? at + 1 : room);
}

/** Of every text that a node and those below it hold. */
export function textLength(node: Nodes): number {
  if (node.type === 'html') return htmlText(node.value).length;
  const own = 'value' in node ? node.value.length : 'alt' in node ? (node.alt?.length ?? 0) : 0;
  return 'children' in node ? node.children.reduce((sum, child) => sum + textLength(child), own) : own;
}
