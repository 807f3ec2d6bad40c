import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

export interface Fact {
  readonly label: string;
  readonly value: string | ElementContent | undefined;
}

/** Names and values; one without a value is left out, a long one has more room, or a row to itself. */
export const facts = (all: readonly Fact[]): Element =>
  h(
    'dl.facts',
    all.flatMap(({ label, value }) =>
      value === undefined || value === '' ? [] : [h(`div${room(value)}`, [h('dt', label), h('dd', [value])])],
    ),
  );

function room(value: string | ElementContent): '' | '.broad' | '.long' {
  if (typeof value !== 'string') return '';
  if (value.length > 80 || value.includes('\n')) return '.long';
  return value.length > 24 ? '.broad' : '';
}
