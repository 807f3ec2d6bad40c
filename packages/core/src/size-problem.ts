/** Of an analysis, in characters: texts, names and digits. A report of a hundred pages has half a million. */
const largest = 16 * 1024 * 1024;
/** As in the text of a file: what is deeper would overflow whoever walks it. */
const deepest = 100;

/**
 * Why a value is too much for an analysis; undefined: it is not. A value that holds itself is nested without end, and one
 * that holds the same again and again counts each time.
 */
export function sizeProblem(value: unknown): string | undefined {
  let left = largest;
  const walk = (part: unknown, depth: number): string | undefined => {
    if (depth > deepest) return `is nested more than ${deepest} levels deep`;
    left -= typeof part === 'string' ? part.length + 1 : 1;
    if (left < 0)
      return `has more than ${largest / 1024 / 1024} million characters; leave out what no ticket needs, such as whole logs`;
    if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return undefined;
    for (const name of Object.keys(part)) {
      left -= name.length;
      const problem = walk(part[name as keyof typeof part], depth + 1);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
  return walk(value, 0);
}
