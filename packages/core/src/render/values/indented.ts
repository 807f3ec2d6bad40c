/** Every line but the first moved in; blank lines stay empty. */
export function indented(text: string, indent: string): string {
  if (!text.includes('\n')) return text;
  const [first = '', ...rest] = text.split('\n');
  return [first, ...rest.map(line => (line.trim() === '' ? indent.trimEnd() : indent + line))].join('\n');
}
