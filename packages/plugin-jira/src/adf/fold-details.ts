import { parseMarkdown } from '@itsm-bridge/core';
import type { Html, RootContent } from 'mdast';

/** A `<details>` section, which Markdown has as an opening and a closing piece of HTML with blocks between. */
export interface Details {
  readonly type: 'details';
  /** Empty where there is no `<summary>`. */
  readonly title: string;
  readonly children: readonly Flow[];
}

export type Flow = RootContent | Details;

interface Frame {
  readonly tag: Html;
  readonly children: Flow[];
  readonly outer: Frame | undefined;
}

/** Folds the `<details>` sections among siblings, nested ones too. A tag without its partner stays the HTML it is. */
export function foldDetails(nodes: readonly Flow[]): readonly Flow[] {
  if (!nodes.some(hasTag)) return nodes;
  let frame: Frame = { tag: { type: 'html', value: '' }, children: [], outer: undefined };
  for (const piece of nodes.flatMap(piecesOf)) {
    if (piece.type === 'html' && opening.test(piece.value)) {
      frame = { tag: piece, children: [], outer: frame };
    } else if (piece.type === 'html' && closing.test(piece.value) && frame.outer !== undefined) {
      frame.outer.children.push(sectionOf(frame.children));
      frame = frame.outer;
    } else frame.children.push(piece);
  }
  for (; frame.outer !== undefined; frame = frame.outer) {
    frame.outer.children.push(frame.tag);
    for (const child of frame.children) frame.outer.children.push(child);
  }
  return frame.children;
}

const tag = /(<details\b[^<>]*>|<\/details\s*>)/i;
const opening = /^<details\b[^<>]*>$/i;
const closing = /^<\/details\s*>$/i;
const summary = /^\s*<summary\b[^>]*>(.*?)<\/summary\s*>/is;

function hasTag(node: Flow): node is Html {
  return node.type === 'html' && !node.value.startsWith('<!--') && tag.test(node.value);
}

/** HTML runs on to the next empty line, so that the text of a section may be in the same node as its tags. */
function piecesOf(node: Flow): readonly Flow[] {
  if (!hasTag(node)) return [node];
  return node.value
    .split(tag)
    .filter(piece => piece.trim() !== '')
    .flatMap(piece => (tag.test(piece) || summary.test(piece) ? [html(piece)] : parseMarkdown(piece).children));
}

function sectionOf(children: readonly Flow[]): Details {
  const [first, ...others] = children;
  const found = first?.type === 'html' ? summary.exec(first.value) : null;
  if (first?.type !== 'html' || found === null) return { type: 'details', title: '', children };
  const rest = parseMarkdown(first.value.slice(found[0].length)).children;
  const title = parseMarkdown(found[1] ?? '')
    .children.map(plainText)
    .join(' ')
    .trim();
  return { type: 'details', title, children: [...rest, ...others] };
}

function html(value: string): Html {
  return { type: 'html', value };
}

/** A title has no markup, and no tags either. */
function plainText(node: RootContent): string {
  if ('children' in node) return node.children.map(plainText).join('');
  switch (node.type) {
    case 'html':
      return /^<br\b/i.test(node.value) ? ' ' : '';
    case 'break':
      return ' ';
    case 'image':
      return node.alt || node.url;
    default:
      return 'value' in node ? node.value.replace(/\s+/g, ' ') : '';
  }
}
