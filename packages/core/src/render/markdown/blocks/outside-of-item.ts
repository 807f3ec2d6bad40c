import type { BlockState } from './block-state.ts';

/** A line that belongs to an outer item and is indented like code there, such as the last of ` - a\n  - b\n   - c\n    - d`. */
export function isOutsideOfItem({ lines, indent, listIndent }: BlockState, at: number): boolean {
  if (listIndent < 0) return false;
  const line = lines[at]?.indent ?? 0;
  return line - listIndent >= 4 && line < indent;
}
