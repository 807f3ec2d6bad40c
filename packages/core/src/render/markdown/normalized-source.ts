/** Lines end with a line feed only; there is no byte order mark at the start, and U+FFFD for U+0000. */
export function normalizedSource(markdown: string): string {
  const text = markdown.startsWith('\ufeff') ? markdown.slice(1) : markdown;
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.includes('\0') ? lines.replaceAll('\0', '\ufffd') : lines;
}
