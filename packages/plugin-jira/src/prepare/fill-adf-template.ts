import type { Json } from '@itsm-bridge/core';
import type { Root } from 'mdast';
import type { AdfDoc } from '../adf/adf-node.ts';
import { partToAdf } from '../adf/document-to-adf.ts';

/**
 * An ADF template after rendering: each mdast `root` in it becomes its blocks, with task ids counted over the whole document.
 * What stays as it is is not copied.
 */
export function fillAdfTemplate(doc: Json): AdfDoc {
  let tasks = 0;
  const nextLocalId = () => {
    tasks += 1;
    return `task-${tasks}`;
  };
  const filled = (node: Node): Node => {
    const { attrs, content } = node;
    const numbered = isTask(attrs) ? { ...attrs, localId: nextLocalId() } : attrs;
    const inside = Array.isArray(content) ? allFilled(content) : content;
    if (numbered === attrs && inside === content) return node;
    return { ...node, ...(numbered ? { attrs: numbered } : {}), ...(inside ? { content: inside } : {}) };
  };
  const allFilled = (nodes: readonly Json[]): readonly Json[] => {
    // Made at the first that does not stay as it is. No `for of`: its iterator is slow on the frozen lists of a template.
    let all: Json[] | undefined;
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] ?? null;
      if (isNode(node) && isRoot(node)) {
        all ??= nodes.slice(0, at);
        for (const block of partToAdf(node, nextLocalId).content) all.push(block as unknown as Json);
      } else {
        const one = isNode(node) ? filled(node) : node;
        if (one !== node) all ??= nodes.slice(0, at);
        all?.push(one);
      }
    }
    return all ?? nodes;
  };
  return (isNode(doc) ? filled(doc) : doc) as unknown as AdfDoc;
}

type Node = { readonly [member: string]: Json };

const isNode = (value: Json | undefined): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRoot = (node: Node): node is Node & Root => node.type === 'root';

const isTask = (attrs: Json | undefined): attrs is Node =>
  isNode(attrs) && typeof attrs.localId === 'string' && /^task-\d+$/.test(attrs.localId);
