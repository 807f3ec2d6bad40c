import type { AdfDoc, AdfNode } from './adf-node.ts';
import { childrenOf } from './children-of.ts';
import type { Measure } from './measure.ts';

const comma = ','.length;

/** The length of `JSON.stringify(node)`, in UTF-16 units. It is never less than what can be read: two to four times as much in a report. */
export const serializedLength: Measure = Object.assign(serialized, { between: comma });

function serialized(node: AdfDoc | AdfNode, lengthOf: (child: AdfNode) => number = serialized): number {
  const children = childrenOf(node);
  if (children.length === 0) return JSON.stringify(node).length;
  const inside = children.reduce((sum, child) => sum + lengthOf(child) + comma, -comma);
  return JSON.stringify({ ...node, content: [] }).length + inside;
}
