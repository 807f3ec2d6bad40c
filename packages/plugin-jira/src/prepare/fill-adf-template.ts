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
  const fill = (node: Json): readonly Json[] => {
    if (!isNode(node)) return [node];
    if (isRoot(node)) return partToAdf(node, nextLocalId).content as unknown as readonly Json[];
    const { attrs, content } = node;
    const numbered = isTask(attrs) ? { ...attrs, localId: nextLocalId() } : attrs;
    const filled = Array.isArray(content) ? fillAll(content) : content;
    if (numbered === attrs && filled === content) return [node];
    return [{ ...node, ...(numbered ? { attrs: numbered } : {}), ...(filled ? { content: filled } : {}) }];
  };
  const fillAll = (nodes: readonly Json[]): readonly Json[] => {
    const filled = nodes.map(fill);
    return filled.every(([only, ...more], at) => more.length === 0 && only === nodes[at]) ? nodes : filled.flat();
  };
  return fill(doc)[0] as unknown as AdfDoc;
}

type Node = { readonly [member: string]: Json };

const isNode = (value: Json | undefined): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRoot = (node: Node): node is Node & Root => node.type === 'root';

const isTask = (attrs: Json | undefined): attrs is Node =>
  isNode(attrs) && typeof attrs.localId === 'string' && /^task-\d+$/.test(attrs.localId);
