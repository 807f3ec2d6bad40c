import { readdirSync, readFileSync } from 'node:fs';
import { parseMarkdown } from '@itsm-bridge/core';
import type { Nodes } from 'mdast';
import { expect, it } from 'vitest';
import { toldByAdf } from './__tests__/told-by-adf.ts';
import { validateAdf } from './__tests__/validate-adf.ts';
import { markdownToAdf } from './markdown-to-adf.ts';

const folder = new URL('../../../../examples/analyses/', import.meta.url);
const files = readdirSync(folder).filter(name => name.endsWith('.json'));

it.each(files)('%s: each text is accepted, with every letter of it', name => {
  const texts = textsIn(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts) {
    const doc = markdownToAdf(text);
    expect(validateAdf(doc)).toEqual([]);
    const letters = lettersOf(toldByAdf(doc).text);
    for (const stretch of stretchesIn(parseMarkdown(text))) expect(letters).toContain(lettersOf(stretch));
  }
});

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/**
 * The stretches of text without markup between. A section's HTML is Markdown only once it is folded: its tags and
 * entities part.
 */
function stretchesIn(node: Nodes): readonly string[] {
  if ('children' in node) return node.children.flatMap(stretchesIn);
  if (node.type === 'html') return node.value.replace(/<!--.*?-->/gs, '').split(/<[^>]*>|&\w+;|[*_`]/);
  return 'value' in node ? [node.value] : [];
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
