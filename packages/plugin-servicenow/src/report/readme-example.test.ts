import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { markdownToJournalHtml, markdownToText } from '../index.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/^(markdownTo\w+\(.*\));\n\/\/ (".*")$/gm)];

it('has an example of each converter', () => {
  expect(examples.map(([, call = '']) => /^\w+/.exec(call)?.[0])).toEqual(['markdownToText', 'markdownToJournalHtml']);
});

it.each(examples.map(([, call = '', told = '']) => [call, told] as const))(
  '%s gives what the page says',
  (call, told) => {
    const run = new Function('markdownToText', 'markdownToJournalHtml', `return ${call}`);
    expect(JSON.stringify(run(markdownToText, markdownToJournalHtml))).toBe(told);
  },
);
