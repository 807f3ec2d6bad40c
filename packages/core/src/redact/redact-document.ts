import type { Nodes, Root } from 'mdast';
import { type Redaction, redactPieces, redactText } from './redact-pieces.ts';

/**
 * A document without what the patterns find in what its reader sees: escapes and entities are read by then, and a text that
 * is bold in its middle counts as one. Addresses of links and images count, too.
 */
export const redactDocument = (root: Root, redaction: Redaction): Root => redactNode(root, redaction) as Root;

/** What holds one text, in however many nodes. */
const lines: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

function redactNode(node: Nodes, redaction: Redaction): Nodes {
  if (lines.has(node.type)) {
    const hidden = [...redactPieces(piecesOf(node), redaction)];
    return withPieces(node, () => hidden.shift() ?? '', redaction);
  }
  if ('children' in node)
    return { ...node, children: node.children.map(child => redactNode(child, redaction)) } as Nodes;
  return withAddresses('value' in node ? { ...node, value: redactText(node.value, redaction) } : node, redaction);
}

/** A line break is a piece of its own, which nothing takes out: what stands before it does not go on behind it. */
function piecesOf(node: Nodes): readonly string[] {
  if ('children' in node) return node.children.flatMap(piecesOf);
  if (node.type === 'break') return ['\n'];
  return 'value' in node ? [node.value] : [];
}

function withPieces(node: Nodes, next: () => string, redaction: Redaction): Nodes {
  if ('children' in node) {
    const children = node.children.map(child => withPieces(child, next, redaction));
    return withAddresses({ ...node, children } as Nodes, redaction);
  }
  if (node.type === 'break') {
    next();
    return node;
  }
  return withAddresses('value' in node ? { ...node, value: next() } : node, redaction);
}

function withAddresses(node: Nodes, redaction: Redaction): Nodes {
  const text = (value: string) => redactText(value, redaction);
  const shown = { ...node };
  if ('url' in shown) shown.url = text(shown.url);
  if ('title' in shown && typeof shown.title === 'string') shown.title = text(shown.title);
  if ('alt' in shown && typeof shown.alt === 'string') shown.alt = text(shown.alt);
  if ('lang' in shown && typeof shown.lang === 'string') shown.lang = text(shown.lang);
  return shown;
}
