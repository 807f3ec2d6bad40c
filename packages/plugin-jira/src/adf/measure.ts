import type { AdfDoc, AdfNode } from './adf-node.ts';

/**
 * A way to say how long a document is. The length of a node is that of the same node with `content: []`, plus those of its
 * children, plus `between` for each child but the first; it may be less, never more.
 */
export interface Measure {
  /** @param lengthOf asked for each child, so that a caller can remember what was measured. @default the measure itself */
  (node: AdfDoc | AdfNode, lengthOf?: (child: AdfNode) => number): number;
  /** What stands between two neighbours, such as the comma of JSON. */
  readonly between: number;
}
