import type { AdfNode } from './adf-node.ts';
import type { Measure } from './measure.ts';

/**
 * The nodes from the front that fit into the room together; of the first that does not fit, the part that `cut` can save.
 *
 * @param room in characters of the measure
 */
export function keepWithin<Node extends AdfNode>(
  nodes: readonly Node[],
  room: number,
  measure: Measure,
  cut: (node: Node, room: number, measure: Measure) => Node | undefined,
): readonly Node[] {
  const kept: Node[] = [];
  let left = room;
  for (const node of nodes) {
    const between = kept.length === 0 ? 0 : measure.between;
    const needed = measure(node) + between;
    if (needed > left) {
      const part = cut(node, left - between, measure);
      return part === undefined ? kept : [...kept, part];
    }
    kept.push(node);
    left -= needed;
  }
  return kept;
}
