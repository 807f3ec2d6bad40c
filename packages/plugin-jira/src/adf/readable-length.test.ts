import { describe, expect, it } from 'vitest';
import type { AdfDoc } from './adf-node.ts';
import { markdownToAdf } from './markdown-to-adf.ts';
import { readableLength } from './readable-length.ts';

const lengthOf = (...lines: readonly string[]) => readableLength(markdownToAdf(lines.join('\n')));

describe('readableLength', () => {
  it('is the length of the text where there is one paragraph, without its markup', () => {
    expect(lengthOf('plain')).toBe('plain'.length);
    expect(lengthOf('**bold** [link](https://x.example/long "title") `code`')).toBe('bold link code'.length);
  });

  it('counts in UTF-16 units', () => {
    expect(lengthOf('😀é')).toBe(3);
  });

  it('counts one for the boundary of two blocks and one for a hard break', () => {
    expect(lengthOf('# a', '', 'b\\', 'c')).toBe('a\nb\nc'.length);
    expect(lengthOf('a', '', '***', '', 'b')).toBe('a\n\nb'.length);
    expect(lengthOf('```', 'a', 'b', '```')).toBe('a\nb'.length);
  });

  it('counts one more for each item, row and cell around a paragraph', () => {
    const bulletList = 1;
    expect(lengthOf('- aa', '- bb')).toBe(bulletList + 2 * ('* '.length + 'aa'.length) - 1);
    const [table, row, cell] = [1, 1, '| '.length + 'aa'.length];
    expect(lengthOf('| aa | bb |', '|---|---|', '| cc | dd |')).toBe(table + 2 * (row + 2 * cell) - 1);
  });

  it('counts the title of a section, which a reader sees', () => {
    const [expand, paragraph] = ['Title'.length + 1, 'a'.length + 1];
    expect(lengthOf('<details><summary>Title</summary>', '', 'a', '', '</details>')).toBe(expand + paragraph - 1);
  });

  it('counts what a mention of an ADF template shows, and not its id', () => {
    const mention = { type: 'mention', attrs: { id: '5b10a2844c20165700ede21g', text: '@On call' } };
    const doc: unknown = { version: 1, type: 'doc', content: [{ type: 'paragraph', content: [mention] }] };
    expect(readableLength(doc as AdfDoc)).toBe('@On call'.length + 1);
  });

  it('is nothing for an empty document', () => {
    expect(readableLength({ version: 1, type: 'doc', content: [] })).toBe(0);
  });
});
