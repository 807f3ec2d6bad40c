import { printable } from '@itsm-bridge/core';
import type { ElementContent } from 'hast';
import type { Format } from '../paint.ts';

/** A piece of running text in one look. A line break is the text `\n`. */
export interface Span {
  readonly text: string;
  readonly formats: readonly Format[];
}

const formatOf: Readonly<Record<string, Format>> = {
  ...{ strong: 'bold', b: 'bold', em: 'italic', i: 'italic', code: 'cyan', th: 'bold' },
  ...{ a: 'underline', u: 'underline', del: 'strikethrough', s: 'strikethrough' },
};

/** Running text; a link that does not say its own address has it behind it. */
export function spansOf(nodes: readonly ElementContent[], formats: readonly Format[] = []): readonly Span[] {
  return nodes.flatMap((node): readonly Span[] => {
    if (node.type === 'text') return [{ text: printable(node.value), formats }];
    if (node.type !== 'element') return [];
    if (node.tagName === 'br') return [{ text: '\n', formats }];
    const format = formatOf[node.tagName];
    const inside = spansOf(node.children, format === undefined ? formats : [...formats, format]);
    const { href } = node.properties;
    const words = inside.map(({ text }) => text).join('');
    return typeof href === 'string' && href !== words
      ? [...inside, { text: ` (${printable(href)})`, formats }]
      : inside;
  });
}
