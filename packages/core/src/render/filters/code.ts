import { valueToMarkdown } from '../values/value-to-markdown.ts';

/** `code`, `code("sql")`: a Markdown code block, its fence longer than any inside. */
export function code(value: unknown, language: unknown): string {
  const text = valueToMarkdown(value).replace(/\n$/, '');
  const longest = (text.match(/`+/g) ?? []).reduce((most, ticks) => Math.max(most, ticks.length), 2);
  const fence = '`'.repeat(longest + 1);
  const name = typeof language === 'string' ? language.replace(/[\s`]+/g, '') : '';
  return `${fence}${name}\n${text}\n${fence}`;
}
