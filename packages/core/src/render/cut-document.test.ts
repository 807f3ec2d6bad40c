import { describe, expect, it } from 'vitest';
import { cutDocument } from './cut-document.ts';
import { documentToText } from './document-to-text.ts';
import { parseMarkdown } from './parse-markdown.ts';

const notice = parseMarkdown('(cut)').children;
const cut = (markdown: string, limit: number) => documentToText(cutDocument(parseMarkdown(markdown), limit, notice));

describe('cutDocument', () => {
  it('leaves alone what fits', () => {
    const root = parseMarkdown('one\n\n**two**');
    expect(cutDocument(root, 6, notice)).toBe(root);
  });

  it('cuts between blocks and says so', () => {
    expect(cut('one\n\n- two\n- three\n\nfour', 11)).toBe('one\n\n- two\n- three\n\n(cut)\n');
    expect(cut('one\n\n> two\n\nfour', 4)).toBe('one\n\n(cut)\n');
  });

  it.each([
    ['items', '- two\n- three\n  - four', 8, '- two\n- three\n\n(cut)\n'],
    ['rows', '|a|b|\n|-|-|\n|1|2|\n|3|4|', 5, 'a | b\n--+--\n1 | 2\n\n(cut)\n'],
    ['lines of code', '```sql\nselect 1\nfrom t\n```', 10, '```\nselect 1…\n```\n\n(cut)\n'],
    ['words', `> ${'word '.repeat(100)}`, 53, `> ${'word '.repeat(10).trim()}…\n\n(cut)\n`],
    ['nothing smaller: what a table has only of its head', 'one\n\n|a|b|\n|-|-|\n|1|2|', 5, 'one\n\n(cut)\n'],
  ])('cuts between %s', (_where, markdown, limit, kept) => {
    expect(cut(markdown, limit)).toBe(kept);
  });

  it('leaves no heading that announces only what is missing', () => {
    expect(cut('one\n\n---\n\n## Two\n\ntwo', 6)).toBe('one\n\n(cut)\n');
  });

  it('keeps the front of a first block that cannot be divided', () => {
    expect(cut(`# ${'word '.repeat(100)}\n\nnext`, 20)).toBe('word word word word…\n\n(cut)\n');
    expect(cut('🔥🔥🔥', 0)).toBe('(cut)\n');
  });

  it('counts no comment, of which a reader sees nothing', () => {
    const root = parseMarkdown(`one\n\n<!-- ${'x'.repeat(100)} -->`);
    expect(cutDocument(root, 3, notice)).toBe(root);
  });
});
