/** The text of a document that came back from the site, whatever shape it has. */
export function adfText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node) return String(node.text);
  return 'content' in node && Array.isArray(node.content) ? node.content.map(adfText).join('') : '';
}
