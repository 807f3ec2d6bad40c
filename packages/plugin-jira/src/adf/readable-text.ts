/** All text nodes of a document, whatever its shape, without white space: documents of the same words are equal in it. */
export function readableText(node: unknown): string {
  return textOf(node).replace(/\s+/g, '');
}

function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node && typeof node.text === 'string') return node.text;
  return 'content' in node && Array.isArray(node.content) ? node.content.map(textOf).join('') : '';
}
