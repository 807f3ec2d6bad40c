import { expect, it } from 'vitest';
import { measures } from './__tests__/measures.ts';
import type { AdfDoc, AdfNode } from './adf-node.ts';
import { childrenOf } from './children-of.ts';
import { limitAdf } from './limit-adf.ts';
import { markdownToAdf } from './markdown-to-adf.ts';
import type { Measure } from './measure.ts';

const nodesIn = (node: AdfDoc | AdfNode): ReadonlyArray<AdfDoc | AdfNode> => [
  node,
  ...childrenOf(node).flatMap(nodesIn),
];

it.each(measures)('has each node of a deep document measured once, cut or not (%s)', (_name, measure) => {
  const nested = Array.from({ length: 20 }, (_, depth) => `${'  '.repeat(depth)}- ${'word '.repeat(20)}`).join('\n');
  const doc = markdownToAdf(`${nested}\n\nend`);
  const times = new Map<AdfDoc | AdfNode, number>();
  const counting: Measure = Object.assign(
    (...[node, lengthOf]: Parameters<Measure>) => {
      times.set(node, (times.get(node) ?? 0) + 1);
      return measure(node, lengthOf);
    },
    { between: measure.between },
  );
  const limited = limitAdf(
    doc,
    measure(doc) - 300,
    [{ type: 'paragraph', content: [{ type: 'text', text: 'Cut.' }] }],
    counting,
  );
  expect(limited).not.toBe(doc);
  expect(nodesIn(doc).map(node => times.get(node))).toEqual(nodesIn(doc).map(() => 1));
});
