/**
 * No less than the readable characters of the ADF that a document becomes, be it mdast or a template with parts of mdast in
 * it, and told in a tenth of the time that the ADF takes: all texts of all members, and for each node more than the marks,
 * brackets and boundaries that it may bring.
 */
export function readableAtMost(document: unknown): number {
  if (typeof document === 'string') return document.length;
  if (typeof document !== 'object' || document === null) return 0;
  let sum = Array.isArray(document) ? 0 : ofNode;
  for (const name in document) {
    // Lines of the source, and what nobody reads.
    if (name !== 'position' && name !== 'type') sum += readableAtMost(document[name as keyof typeof document]);
  }
  return sum;
}

/** `[1] ` of a footnote, ` (`, ` "` and `")` of a target that is no link, the end of a block. */
const ofNode = 16;
