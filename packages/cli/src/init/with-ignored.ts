/**
 * The text of a `.gitignore` that ignores these, whatever it had before; undefined where it does so already.
 *
 * @param before undefined where there is no such file
 */
export function withIgnored(before: string | undefined, patterns: readonly string[]): string | undefined {
  const text = before ?? '';
  const lines = text.split(/\r?\n/).map(line => line.trim());
  // The last line that matches decides: one with "!" takes an earlier one back.
  const isIgnored = (pattern: string) => {
    const bare = pattern.replace(/\/$/, '');
    const last = (start: string) => Math.max(...[bare, `${bare}/`].map(each => lines.lastIndexOf(start + each)));
    return last('') > last('!');
  };
  const missing = patterns.filter(pattern => !isIgnored(pattern));
  if (missing.length === 0) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const ended = text === '' || text.endsWith('\n') ? text : text + newline;
  return ended + missing.map(pattern => pattern + newline).join('');
}
