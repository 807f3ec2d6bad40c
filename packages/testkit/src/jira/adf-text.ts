import { isJsonObject } from '../simulator/is-json-object.ts';

const inline: readonly unknown[] = ['text', 'hardBreak', 'mention', 'emoji', 'inlineCard', 'status', 'date'];

/** The plain text of a document: what a person reads, blocks on lines of their own. The length limits count this. */
export function adfText(node: unknown): string {
  if (!isJsonObject(node)) return '';
  if (node.type === 'text') return typeof node.text === 'string' ? node.text : '';
  if (node.type === 'hardBreak') return '\n';
  const children = Array.isArray(node.content) ? node.content : [];
  const holdsText = children.some(child => isJsonObject(child) && inline.includes(child.type));
  return children.map(adfText).join(holdsText ? '' : '\n');
}
