/** What a document leaves out of a line, or of the lines when it stands alone. */
const gap = '…';

/**
 * The lines of a document with their gaps filled by what was printed. Where a line does not fit it stays as it is, so that the two
 * can be compared as texts: they are the same exactly when the document is right.
 */
export function fillGaps(shown: readonly string[], printed: readonly string[]): readonly string[] {
  const [line, ...rest] = shown;
  if (line === undefined) return [];
  if (line.trim() === gap) {
    const end = rest[0] === undefined ? printed.length : printed.findIndex(candidate => fits(rest[0] ?? '', candidate));
    return end < 0 ? shown : [...printed.slice(0, end), ...fillGaps(rest, printed.slice(end))];
  }
  const [next, ...later] = printed;
  return [next !== undefined && fits(line, next) ? next : line, ...fillGaps(rest, later)];
}

function fits(shown: string, printed: string): boolean {
  const parts = shown.split(gap).map(part => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'u').test(printed);
}
