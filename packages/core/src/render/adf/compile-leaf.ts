import type { StringNode } from '@humanwhocodes/momoa';
import { type Flavour, textFlavour } from '../flavour.ts';
import { type CompiledTemplate, compileTemplate } from '../language/compile-template.ts';

// Without any of these a text cannot be a template, and is kept exactly as it is.
const templateSigns = /\{[{%#]|\{(?:job|analysis|report)[.[]/;

/** One text of the document, where it is a template. */
export function compileLeaf(
  file: string,
  leaf: StringNode,
  flavour: Flavour = textFlavour,
): CompiledTemplate | undefined {
  if (!templateSigns.test(leaf.value)) return undefined;
  const { line, column } = leaf.loc.start;
  // The column of the text itself is the one after its quotation mark.
  return compileTemplate({ file, text: leaf.value, at: { line, column: column + 1 } }, flavour);
}
