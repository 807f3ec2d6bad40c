import type { AdfDoc, AdfNode } from './adf-node.ts';
import type { Measure } from './measure.ts';

/** The same measure, which looks at each node once however often it is asked. */
export function rememberLengths(measure: Measure): Measure {
  const known = new WeakMap<AdfDoc | AdfNode, number>();
  const lengthOf = (node: AdfDoc | AdfNode): number => {
    const length = known.get(node) ?? measure(node, lengthOf);
    known.set(node, length);
    return length;
  };
  return Object.assign(lengthOf, { between: measure.between });
}
