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
    expect(cut('one\n\n- two\n- three\n\nfour', 10)).toBe('one\n\n(cut)\n');
  });

  it('keeps the front of a first block that is too long by itself', () => {
    expect(cut(`${'word '.repeat(100)}\n\nnext`, 20)).toBe('    word word word word…\n\n(cut)\n');
    expect(cutDocument(parseMarkdown('```sql\nselect 1\n```'), 4, notice).children[0]).toEqual(
      expect.objectContaining({ type: 'code', lang: 'sql', value: 'sel…' }),
    );
  });
});
