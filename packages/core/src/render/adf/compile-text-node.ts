import type { Json } from '../../contracts/json.ts';
import type { AdfNode } from './adf-node.ts';
import { compileLeaf } from './compile-leaf.ts';
import type { NodeTemplate, Surroundings } from './compile-node.ts';
import { compilePlain } from './compile-plain.ts';
import { fixed } from './fixed.ts';

/** A text node: a line break in what it becomes is a hard break between texts with the same marks; no text, no node. */
export function compileTextNode(node: AdfNode, { file, inCode }: Surroundings): NodeTemplate {
  const members = [...node.members].map(([key, value]) => [key, fixed(compilePlain(value, file))] as const);
  const text = node.members.get('text');
  const isTemplate = text?.type === 'String' && compileLeaf(file, text) !== undefined;
  return run => {
    const rendered = Object.fromEntries(members.map(([key, value]) => [key, value(run)] as const));
    if (!isTemplate || typeof rendered.text !== 'string' || isOneLine(rendered.text)) return [rendered];
    const words = rendered.text.replace(/\r\n?/g, '\n').replace(/^\n+|(?<!\n)\n+$/g, '');
    const lines = inCode ? [words] : words.split('\n');
    return lines.flatMap((line, index): readonly Json[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ ...rendered, text: line }]),
    ]);
  };
}

const isOneLine = (text: string): boolean => text !== '' && !/[\r\n]/.test(text);
