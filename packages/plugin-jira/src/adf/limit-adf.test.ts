import { describe, expect, it } from 'vitest';
import { measures } from './__tests__/measures.ts';
import { validateAdf } from './__tests__/validate-adf.ts';
import type { AdfBlock } from './adf-node.ts';
import { limitAdf } from './limit-adf.ts';
import { markdownToAdf } from './markdown-to-adf.ts';
import { serializedLength } from './serialized-length.ts';

const notice: readonly AdfBlock[] = [{ type: 'paragraph', content: [{ type: 'text', text: 'Cut.' }] }];

describe.each(measures)('limitAdf, %s', (_name, measure) => {
  /** The blocks that are left of a document, the notice apart, after a cut at so many characters. */
  function left(markdown: string, maxCharacters: number): readonly AdfBlock[] {
    const limited = limitAdf(markdownToAdf(markdown), maxCharacters, notice, measure);
    expect(validateAdf(limited)).toEqual([]);
    expect(measure(limited)).toBeLessThanOrEqual(maxCharacters);
    expect(limited.content.slice(-1)).toEqual(notice);
    return limited.content.slice(0, -1);
  }

  /** The bound at which exactly this much is left, and the notice. */
  function boundOf(markdown: string): number {
    const doc = markdownToAdf(markdown);
    return measure({ ...doc, content: [...doc.content, ...notice] });
  }

  it('leaves a document alone that fits to the character', () => {
    const doc = markdownToAdf('# a\n\nb');
    expect(limitAdf(doc, measure(doc), notice, measure)).toBe(doc);
    expect(limitAdf(doc, measure(doc) - 1, notice, measure)).not.toBe(doc);
  });

  it('cuts at a block where one ends exactly at the bound', () => {
    const long = `# a\n\nb\n\n${'c '.repeat(200)}`;
    expect(left(long, boundOf('# a\n\nb'))).toEqual(markdownToAdf('# a\n\nb').content);
    expect(left(long, boundOf('# a\n\nb') - 1)).toEqual([]);
  });

  it('leaves no heading at the end that has nothing under it, nor a rule', () => {
    const rest = `***\n\n${'d'.repeat(500)}`;
    for (const bound of [boundOf('a\n\n# b\n\n## c'), boundOf('a\n\n# b\n\n## c\n\n***')]) {
      expect(left(`a\n\n# b\n\n## c\n\n${rest}`, bound)).toEqual(markdownToAdf('a').content);
    }
    const section = (...inside: readonly string[]) =>
      ['<details><summary>S</summary>', ...inside, '</details>'].join('\n\n');
    expect(left(section('a', '# b', rest), boundOf(section('a', '# b')))).toEqual(markdownToAdf(section('a')).content);
    expect(left(section('# b', rest), boundOf(section('# b')))).toEqual([]);
  });

  it('cuts a paragraph between words, and a word between characters', () => {
    const [words] = left('word '.repeat(300), 500);
    expect(JSON.stringify(words)).toMatch(/word word"}]}$/);
    for (const bound of [500, 501]) {
      const [faces] = left('😀'.repeat(300), bound);
      expect(JSON.stringify(faces)).toMatch(/"text":"(?:😀)+"\}\]\}$/u);
    }
  });

  it('keeps no fragment of a text that is shorter than 40 characters', () => {
    const [short, enough] = ['a'.repeat(39), 'a'.repeat(40)];
    const long = 'a'.repeat(300);
    for (const markdown of [long, `\`\`\`\n${long}\n\`\`\``, `- ${long}`, `- [ ] ${long}`]) {
      const [opening = '', closing = ''] = markdown.split(long);
      expect(left(markdown, boundOf(opening + short + closing))).toEqual([]);
      expect(left(markdown, boundOf(opening + enough + closing))).toEqual(
        markdownToAdf(opening + enough + closing).content,
      );
    }
    // The only blank is too early.
    expect(left(`${'a'.repeat(30)} ${long}`, boundOf(`${'a'.repeat(30)} ${'a'.repeat(20)}`))).toEqual(
      markdownToAdf(`${'a'.repeat(30)} ${'a'.repeat(20)}`).content,
    );
    expect(left(`b\n\n**Cause:** ${long}`, boundOf('b\n\n**Cause:** a'))).toEqual(markdownToAdf('b').content);
  });

  it('cuts code between lines', () => {
    const [code] = left(`\`\`\`ts\n${'const "a" = 1;\n'.repeat(100)}\`\`\``, 600);
    expect(code).toMatchObject({ type: 'codeBlock', attrs: { language: 'ts' } });
    expect(JSON.stringify(code)).toMatch(/const \\"a\\" = 1;"}]}$/);
  });

  it('cuts lists between items, and tables between rows', () => {
    const items = '1. item\n';
    const row = '| c | d |\n';
    const rows = `| a | b |\n|---|---|\n${row}`;
    for (const [short, next, long] of [
      [items.repeat(6), items.repeat(7), items.repeat(50)],
      [rows, rows + row, rows + row.repeat(50)],
    ] as const) {
      expect(left(long, boundOf(short))).toEqual(markdownToAdf(short).content);
      expect(left(long, boundOf(next) - 1)).toEqual(markdownToAdf(short).content);
      expect(left(long, boundOf(next))).toEqual(markdownToAdf(next).content);
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
    expect(left('word '.repeat(300), measure({ version: 1, type: 'doc', content: notice }) + 40)).toEqual([]);
  });
});

describe('limitAdf', () => {
  it('counts what can be read unless told otherwise: a table is mostly JSON', () => {
    const report = markdownToAdf(`| at | event |\n|---|---|\n${'| 10:42 | the pool was empty |\n'.repeat(400)}`);
    expect(serializedLength(report)).toBeGreaterThan(2 * 32_767);
    expect(limitAdf(report, 32_767, notice)).toBe(report);
    expect(limitAdf(report, 32_767, notice, serializedLength)).not.toBe(report);
  });
});
