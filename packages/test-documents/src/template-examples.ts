import { codeBlocks } from './code-blocks.ts';
import type { Page } from './pages.ts';

/** A template on a page, and what the page says of it. */
export interface TemplateExample {
  readonly at: string;
  readonly format: 'markdown' | 'html' | 'wiki';
  readonly template: string;
  readonly says: 'Becomes' | 'Is refused with';
  readonly words: string;
}

const formats = { md: 'markdown', html: 'html', wiki: 'wiki' } as const;

/** A row of a table with the columns Write and Becomes, or a `<!-- template: md -->` block and the `<!-- becomes -->` below it. */
export const templateExamples = (page: Page): readonly TemplateExample[] => [...inTables(page), ...inBlocks(page)];

function inTables({ file, markdown }: Page): readonly TemplateExample[] {
  let titles: readonly string[] = [];
  return markdown.split('\n').flatMap((line, index) => {
    if (!line.startsWith('|')) {
      titles = [];
      return [];
    }
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map(cell => cell.trim().replaceAll('\\|', '|'));
    const isFirst = titles.length === 0;
    if (isFirst) titles = cells;
    if (isFirst || /^-+$/.test(cells[0] ?? '')) return [];
    const says = (['Becomes', 'Is refused with'] as const).find(title => titles.includes(title));
    if (!says || !titles.includes('Write')) return [];
    const [template, words] = ['Write', says].map(title => codeOf(cells[titles.indexOf(title)] ?? ''));
    return [{ at: `${file}:${index + 1}`, format: 'markdown', template: template ?? '', says, words: words ?? '' }];
  });
}

/** The code spans of a cell, each a line. */
const codeOf = (cell: string): string =>
  [...cell.matchAll(/(`+)(.*?)\1(?!`)/g)].map(([, , code = '']) => code.replace(/^ (.*`.*) $/, '$1')).join('\n');

function inBlocks({ file, markdown }: Page): readonly TemplateExample[] {
  const blocks = codeBlocks(file, markdown);
  return blocks.flatMap(({ at, notes, text }, index) => {
    const ending = Object.keys(formats).find((key): key is keyof typeof formats => key === notes.template);
    const next = blocks[index + 1];
    if (!ending || next?.notes.becomes === undefined) return [];
    return [{ at, format: formats[ending], template: text.trimEnd(), says: 'Becomes', words: next.text.trimEnd() }];
  });
}
