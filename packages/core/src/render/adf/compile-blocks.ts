import type { StringNode } from '@humanwhocodes/momoa';
import type { Json } from '../../contracts/json.ts';
import { markdownFlavour } from '../flavour.ts';
import { parseWithNames } from '../names/parse-with-names.ts';
import { parseMarkdownPart } from '../parse-markdown.ts';
import type { AdfNode } from './adf-node.ts';
import { compileLeaf } from './compile-leaf.ts';
import type { NodeTemplate } from './compile-node.ts';

/**
 * A paragraph whose only text is one placeholder: replaced by the mdast `root` of its value, which the plugin turns into
 * blocks. Undefined for any other paragraph. A value that is nothing leaves the paragraph, empty.
 */
export function compileBlocks(paragraph: AdfNode, file: string): NodeTemplate | undefined {
  const leaf = onlyText(paragraph);
  const template = leaf && compileLeaf(file, leaf, markdownFlavour);
  if (!template?.isOnePlaceholder) return undefined;
  return run => {
    const printout = run(template);
    const isEmpty = printout.text.trim() === '';
    return [isEmpty ? { type: 'paragraph' } : (parseWithNames(printout, parseMarkdownPart) as unknown as Json)];
  };
}

function onlyText(paragraph: AdfNode): StringNode | undefined {
  const [child, ...more] = paragraph.content ?? [];
  if (child?.type !== 'text' || more.length > 0 || hasMarks(paragraph) || hasMarks(child)) return undefined;
  const text = child.members.get('text');
  return text?.type === 'String' ? text : undefined;
}

function hasMarks({ members }: AdfNode): boolean {
  const marks = members.get('marks');
  return marks !== undefined && !(marks.type === 'Array' && marks.elements.length === 0);
}
