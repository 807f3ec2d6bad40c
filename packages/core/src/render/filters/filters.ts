import { documentToText } from '../document-to-text.ts';
import { SafeText } from '../language/nunjucks-internals.ts';
import { parseMarkdown } from '../parse-markdown.ts';
import { shapeOf } from '../values/shape-of.ts';
import { listToMarkdown, valueToMarkdown } from '../values/value-to-markdown.ts';
import { code } from './code.ts';
import { date } from './date.ts';
import { type Filter, filterOf } from './filter.ts';
import { listFilters } from './list-filters.ts';
import { markdownToHtml } from './markdown-to-html.ts';
import { filtersOfNunjucks } from './nunjucks-filters.ts';
import { table } from './table.ts';
import { textFilters } from './text-filters.ts';

/** Every filter that templates have: nunjucks' own, without `random`, as a rendering is pure, and ours. */
export const filters: ReadonlyMap<string, Filter> = new Map([
  ...filtersOfNunjucks,
  ...listFilters,
  ...textFilters,
  /** `markdown_to_text`: Markdown as plain text laid out for a field without markup. */
  ['markdown_to_text', filterOf([], value => documentToText(parseMarkdown(valueToMarkdown(value))).trimEnd())],
  /** `bullets`: a list, or the lines of a text, as Markdown bullets. */
  ['bullets', filterOf([], value => listToMarkdown(itemsOf(value), () => '- '))],
  /** `numbered`: a list, or the lines of a text, as a numbered Markdown list. */
  ['numbered', filterOf([], value => listToMarkdown(itemsOf(value), index => `${index + 1}. `))],
  /** `table(columns?)`: a list of objects as a Markdown table. */
  ['table', filterOf(['columns'], table)],
  /** `date(format?)`: an ISO time as `YYYY-MM-DD HH:mm UTC`. */
  ['date', filterOf(['format'], date)],
  /** `quote`: a Markdown block quote. */
  ['quote', filterOf([], value => valueToMarkdown(value).replace(/^(?=(.?))/gm, (_, next) => (next ? '> ' : '>')))],
  /** `code(language?)`: a Markdown code block. */
  ['code', filterOf(['language'], code)],
  /** `markdown`: Markdown as safe HTML, for `.html` templates; an error in `.wiki` templates. */
  ['markdown', filterOf([], value => new SafeText(markdownToHtml(valueToMarkdown(value))))],
]);

function itemsOf(value: unknown): readonly unknown[] {
  const shape = shapeOf(value);
  if (shape.kind === 'list') return shape.items;
  if (shape.kind !== 'text') return [value];
  return shape.text.split('\n').map(line => line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '').trim());
}
