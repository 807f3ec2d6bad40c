import type { FootnoteReference } from 'mdast';
import type { Found } from '../link-target.ts';
import type { InlineState } from './inline-state.ts';

/** A reference without its definition stays text, as GitHub shows it. */
export function footnoteReference({ text, labels }: InlineState, start: number): Found<FootnoteReference> | undefined {
  if (labels.footnotes === undefined || text[start + 1] !== '^') return undefined;
  pattern.lastIndex = start;
  const label = pattern.exec(text)?.[1] ?? '';
  const identifier = label.toLowerCase();
  if (!labels.footnotes.has(identifier)) return undefined;
  return { value: { type: 'footnoteReference', identifier, label }, end: start + label.length + 3 };
}

const pattern = /\[\^([^\]\s]{1,999})\]/y;
