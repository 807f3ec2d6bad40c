import type { Json } from '../../contracts/json.ts';
import { compileLeaf } from './compile-leaf.ts';
import type { NodeTemplate, Run, Surroundings } from './compile-node.ts';
import type { PlacedJson } from './read-json.ts';

type Node = Extract<PlacedJson, { kind: 'object' }>;

/** A text node: a line break in what it becomes is a hard break between texts with the same marks; no text, no node. */
export function compileTextNode(
  node: Node,
  { file, inCode }: Surroundings,
  compilePlain: (member: PlacedJson) => (run: Run) => Json,
): NodeTemplate {
  const members = node.members.map(([key, value]) => [key, compilePlain(value)] as const);
  const { text } = Object.fromEntries(node.members);
  const isTemplate = text?.kind === 'text' && compileLeaf(file, text) !== undefined;
  return run => {
    const rendered = Object.fromEntries(members.map(([key, value]) => [key, value(run)] as const));
    if (!isTemplate || typeof rendered.text !== 'string') return [rendered];
    const words = rendered.text.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '');
    const lines = inCode ? [words] : words.split('\n');
    return lines.flatMap((line, index): readonly Json[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ ...rendered, text: line }]),
    ]);
  };
}
