import type { Json } from '../../contracts/json.ts';
import type { CompiledTemplate } from '../language/compile-template.ts';
import { compileBlocks } from './compile-blocks.ts';
import { compileLeaf } from './compile-leaf.ts';
import { compileTextNode } from './compile-text-node.ts';
import type { PlacedJson } from './read-json.ts';

export type Run = (template: CompiledTemplate) => string;

/** A node as the nodes that it becomes: one, none, or text with hard breaks. */
export type NodeTemplate = (run: Run) => readonly Json[];

export interface Surroundings {
  readonly file: string;
  /** In a code block a line break is a line break; hard breaks are not allowed there. */
  readonly inCode: boolean;
}

export function compileNode(node: PlacedJson, around: Surroundings): NodeTemplate {
  if (node.kind !== 'object') return single(compilePlain(node, around.file));
  const { type, content } = Object.fromEntries(node.members);
  const name = type?.kind === 'text' ? type.text : '';
  if (name === 'text') return compileTextNode(node, around, member => compilePlain(member, around.file));
  const blocks = name === 'paragraph' ? compileBlocks(node, around.file) : undefined;
  if (blocks) return blocks;
  if (content?.kind !== 'list') return single(compilePlain(node, around.file));

  const inside = { ...around, inCode: name === 'codeBlock' };
  const children = content.items.map(child => compileNode(child, inside));
  const members = node.members.map(
    ([key, value]) => [key, compilePlain(value, around.file, key === 'content')] as const,
  );
  return run => {
    const nodes = children.flatMap(child => child(run));
    const isEmptied = nodes.length === 0 && children.length > 0;
    const entries = members.flatMap<[string, Json]>(([key, value]) => {
      if (key !== 'content') return [[key, value(run)]];
      return isEmptied ? [] : [[key, nodes]];
    });
    return [Object.fromEntries(entries)];
  };
}

/** What is no node: attributes, marks. A template in it becomes plain text. */
function compilePlain(json: PlacedJson, file: string, isSkipped = false): (run: Run) => Json {
  if (isSkipped) return () => null;
  switch (json.kind) {
    case 'other':
      return () => json.value;
    case 'text': {
      const template = compileLeaf(file, json);
      return run => (template ? run(template) : json.text);
    }
    case 'list': {
      const items = json.items.map(item => compilePlain(item, file));
      return run => items.map(item => item(run));
    }
    case 'object': {
      const members = json.members.map(([key, value]) => [key, compilePlain(value, file)] as const);
      return run => Object.fromEntries(members.map(([key, value]) => [key, value(run)] as const));
    }
  }
}

function single(template: (run: Run) => Json): NodeTemplate {
  return run => [template(run)];
}
