import { type Flavour, textFlavour } from '../flavour.ts';
import { type CompiledTemplate, compileTemplate } from '../language/compile-template.ts';
import type { PlacedJson } from './read-json.ts';

export type Leaf = Extract<PlacedJson, { kind: 'text' }>;

// Without any of these a text cannot be a template, and is kept exactly as it is.
const templateSigns = /\{[{%#]|\{(?:job|analysis|report)[.[]/;

/** One text of the document, where it is a template. */
export function compileLeaf(file: string, leaf: Leaf, flavour: Flavour = textFlavour): CompiledTemplate | undefined {
  if (!templateSigns.test(leaf.text)) return undefined;
  // The column of the text itself is the one after its quotation mark.
  const at = { line: leaf.at.line, column: leaf.at.column + 1 };
  return compileTemplate({ file, text: leaf.text, at }, flavour);
}
