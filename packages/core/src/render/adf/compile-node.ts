import type { Json } from '../../contracts/json.ts';
import type { AdfNode } from './adf-node.ts';
import { compileBlocks } from './compile-blocks.ts';
import { compilePlain, type Run } from './compile-plain.ts';
import { compileTextNode } from './compile-text-node.ts';
import { fixed } from './fixed.ts';

/** A node as the nodes that it becomes: one, none, or text with hard breaks. */
export type NodeTemplate = (run: Run) => readonly Json[];

export interface Surroundings {
  readonly file: string;
  /** In a code block a line break is a line break; hard breaks are not allowed there. */
  readonly inCode: boolean;
}

export function compileNode(node: AdfNode, around: Surroundings): NodeTemplate {
  if (node.type === 'text') return fixed(compileTextNode(node, around));
  const blocks = node.type === 'paragraph' ? compileBlocks(node, around.file) : undefined;
  if (blocks) return blocks;

  const content = compileContent(node.content ?? [], { ...around, inCode: node.type === 'codeBlock' });
  const members = [...node.members].map(
    ([key, value]) => [key, key === 'content' ? content : fixed(compilePlain(value, around.file))] as const,
  );
  return fixed(run => {
    const rendered: (readonly [string, Json])[] = [];
    for (const [key, member] of members) {
      const json = member(run);
      if (json !== undefined) rendered.push([key, json]);
    }
    return [Object.fromEntries(rendered)];
  });
}

/** Undefined for content that had nodes and became nothing: the member is left out. */
function compileContent(nodes: readonly AdfNode[], around: Surroundings): (run: Run) => Json | undefined {
  const children = nodes.map(child => compileNode(child, around));
  return run => {
    const rendered: Json[] = [];
    for (const child of children) {
      const nodes = child(run);
      // No `for of`: its iterator is slow on lists that are frozen, as `fixed` has them.
      for (let at = 0; at < nodes.length; at++) rendered.push(nodes[at] ?? null);
    }
    return rendered.length === 0 && children.length > 0 ? undefined : rendered;
  };
}
