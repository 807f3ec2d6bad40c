import { describe, expect, it } from 'vitest';
import { validateAdf } from './__tests__/validate-adf.ts';
import type { AdfBlock } from './adf-node.ts';
import { limitAdf } from './limit-adf.ts';
import { markdownToAdf } from './markdown-to-adf.ts';

const notice: readonly AdfBlock[] = [{ type: 'paragraph', content: [{ type: 'text', text: 'Cut.' }] }];

/** The blocks that are left of a document, the notice apart, after a cut at so many characters of JSON. */
function left(markdown: string, maxCharacters: number): readonly AdfBlock[] {
  const limited = limitAdf(markdownToAdf(markdown), maxCharacters, notice);
  expect(validateAdf(limited)).toEqual([]);
  expect(JSON.stringify(limited).length).toBeLessThanOrEqual(maxCharacters);
  expect(limited.content.slice(-1)).toEqual(notice);
  return limited.content.slice(0, -1);
}

function lengthOf(markdown: string): number {
  return JSON.stringify(markdownToAdf(markdown)).length;
}

const noticeLength = JSON.stringify(notice[0]).length + ','.length;

describe('limitAdf', () => {
  it('leaves a document alone that fits to the character', () => {
    const doc = markdownToAdf('# a\n\nb');
    expect(limitAdf(doc, JSON.stringify(doc).length, notice)).toBe(doc);
  });

  it('cuts at a block where one ends exactly at the bound', () => {
    expect(left(`# a\n\nb\n\n${'c '.repeat(200)}`, lengthOf('# a\n\nb') + noticeLength)).toEqual(
      markdownToAdf('# a\n\nb').content,
    );
  });

  it('leaves no heading at the end that has nothing under it', () => {
    expect(left(`a\n\n# b\n\n## c\n\n***\n\n${'d'.repeat(500)}`, lengthOf('a\n\n# b\n\n## c') + noticeLength)).toEqual(
      markdownToAdf('a').content,
    );
  });

  it('cuts a paragraph between words, and a word between characters', () => {
    const [words] = left('word '.repeat(300), 500);
    expect(JSON.stringify(words)).toMatch(/word word"}]}$/);
    const [faces] = left('😀'.repeat(300), 501);
    expect(JSON.stringify(faces)).toMatch(/"text":"(?:😀)+"\}\]\}$/u);
  });

  it('cuts code between lines', () => {
    const [code] = left(`\`\`\`ts\n${'const "a" = 1;\n'.repeat(100)}\`\`\``, 600);
    expect(code).toMatchObject({ type: 'codeBlock', attrs: { language: 'ts' } });
    expect(JSON.stringify(code)).toMatch(/const \\"a\\" = 1;"}]}$/);
  });

  it('cuts lists between items, and tables between rows', () => {
    const items = '1. item\n';
    const rows = '| a | b |\n|---|---|\n| c | d |\n';
    for (const [short, long] of [
      [items.repeat(6), items.repeat(50)],
      [rows, rows + '| c | d |\n'.repeat(50)],
    ] as const) {
      // One character short of the next item.
      expect(left(long, lengthOf(short) + noticeLength + 94)).toEqual(markdownToAdf(short).content);
    }
  });

  it('cuts inside quotes, panels, expands and nested lists', () => {
    const long = 'word '.repeat(200);
    for (const source of [
      `> a\n>\n> ${long}`,
      `> [!NOTE]\n> a\n>\n> ${long}`,
      `- a\n  - ${long}`,
      `- [ ] a\n  - [x] ${long}`,
    ]) {
      expect(JSON.stringify(left(source, 700))).toMatch(/"a".*word word/);
    }
    expect(left(`<details><summary>S</summary>\n\n${long}\n\n</details>`, 500)).toMatchObject([
      { type: 'expand', attrs: { title: 'S' } },
    ]);
  });

  it('says only the notice where nothing else fits', () => {
    expect(left('word '.repeat(300), 110)).toEqual([]);
  });
});
