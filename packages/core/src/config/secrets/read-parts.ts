import type { Part, Reference } from './parse-references.ts';

/** Puts the values of the references in. @param read of one of them; what it throws is thrown. */
export async function readParts(
  parts: readonly Part[],
  read: (reference: Reference) => Promise<string>,
): Promise<string> {
  const [only] = parts;
  // As most are: nothing to wait for together with others, and nothing to join.
  if (only?.kind === 'reference' && parts.length === 1) return read(only);
  const texts = await Promise.all(parts.map(part => (part.kind === 'text' ? part.text : read(part))));
  return texts.join('');
}
