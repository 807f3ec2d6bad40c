import type { Json } from '../../contracts/json.ts';
import { markdownFlavour } from '../flavour.ts';
import { parseMarkdown } from '../parse-markdown.ts';
import { compileLeaf, type Leaf } from './compile-leaf.ts';
import type { NodeTemplate } from './compile-node.ts';
import type { PlacedJson } from './read-json.ts';

type Node = Extract<PlacedJson, { kind: 'object' }>;

/**
 * A paragraph whose only text is one placeholder: replaced by the mdast `root` of its value, which the plugin turns into
 * blocks. Undefined for any other paragraph. A value that is nothing leaves the paragraph, empty.
 */
export function compileBlocks(paragraph: Node, file: string): NodeTemplate | undefined {
  const leaf = onlyText(paragraph);
  const template = leaf && compileLeaf(file, leaf, markdownFlavour);
  if (!template?.isOnePlaceholder) return undefined;
  return run => {
    const markdown = run(template);
    return [markdown.trim() === '' ? { type: 'paragraph' } : toJson(parseMarkdown(markdown))];
  };
}

function onlyText(paragraph: Node): Leaf | undefined {
  const { content } = Object.fromEntries(paragraph.members);
  const [child, ...more] = content?.kind === 'list' ? content.items : [];
  if (child?.kind !== 'object' || more.length > 0 || hasMarks(paragraph) || hasMarks(child)) return undefined;
  const { type, text } = Object.fromEntries(child.members);
  return type?.kind === 'text' && type.text === 'text' && text?.kind === 'text' ? text : undefined;
}

function hasMarks({ members }: Node): boolean {
  const { marks } = Object.fromEntries(members);
  return marks !== undefined && !(marks.kind === 'list' && marks.items.length === 0);
}

/** A tree as JSON, without the positions, which mean nothing in the document. */
function toJson(value: unknown): Json {
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  }
  const members = Object.entries(value).filter(([key, member]) => key !== 'position' && member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, toJson(member)] as const));
}
