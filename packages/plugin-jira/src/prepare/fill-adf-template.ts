import type { Json } from '@itsm-bridge/core';
import type { Root } from 'mdast';
import type { AdfDoc } from '../adf/adf-node.ts';
import { documentToAdf } from '../adf/document-to-adf.ts';

/** An ADF template after rendering: each mdast `root` in it becomes its blocks, with task ids counted anew. */
export function fillAdfTemplate(doc: Json): AdfDoc {
  let tasks = 0;
  const renumber = (attrs: Json): Json => {
    if (!isNode(attrs) || typeof attrs.localId !== 'string' || !/^task-\d+$/.test(attrs.localId)) return attrs;
    tasks += 1;
    return { ...attrs, localId: `task-${tasks}` };
  };
  const fill = (node: Json): readonly Json[] => {
    if (!isNode(node)) return [node];
    if (isRoot(node)) return documentToAdf(node).content.flatMap(block => fill(block as unknown as Json));
    const { attrs, content, ...rest } = node;
    return [
      {
        ...rest,
        ...(attrs === undefined ? {} : { attrs: renumber(attrs) }),
        ...(Array.isArray(content) ? { content: content.flatMap(fill) } : {}),
      },
    ];
  };
  return fill(doc)[0] as unknown as AdfDoc;
}

type Node = { readonly [member: string]: Json };

const isNode = (value: Json): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const isRoot = (node: Node): node is Node & Root => node.type === 'root';
