import { documentToMarkdown, parseMarkdown } from '@itsm-bridge/core';
import { describe, expect, it } from 'vitest';
import { neutral } from './neutral.ts';

/** The zero-width space, to be seen. */
const shown = (markdown: string) =>
  documentToMarkdown(neutral(parseMarkdown(markdown)))
    .trim()
    .replaceAll('\u200b', '|');

describe('what GitHub would act upon is parted', () => {
  it.each([
    ['a person', 'ask @octocat', 'ask @|octocat'],
    ['a team', '@octo-org/on-call: look', '@|octo-org/on-call: look'],
    ['a mention in brackets, behind a letter of another script, after an escape', '(@a) é@b \\@c', '(@|a) é@|b @|c'],
    ['a mention written as an entity', '&#64;octocat', '@|octocat'],
    ['a mention in a heading, a cell, a list', '# @a\n\n- @b', '# @|a\n\n- @|b'],
    ['an issue', 'like #17', 'like #|17'],
    ['an issue of another repository', 'octo/app#17', 'octo/app#|17'],
    ['an issue the old way', 'see gh-17', 'see gh-|17'],
    [
      'a mention inside a block of HTML',
      '<div>\n@octocat &commat;octocat &#x40;octocat\n</div>',
      '<div>\n@|octocat &commat;|octocat &#x40;|octocat\n</div>',
    ],
    ['a mention between tags', '<b>@octocat</b>', '<b>@|octocat</b>'],
  ])('%s', (_, markdown, expected) => expect(shown(markdown)).toBe(expected));

  it('in a table', () => expect(shown('| who |\n|-|\n| @octocat |')).toContain('@|octocat'));
});

describe('a link to an issue leaves no trace there', () => {
  const there = 'https://redirect.github.com/octo/app/issues/17';
  it.each([
    ['written out', 'see https://github.com/octo/app/issues/17', there],
    ['behind words', '[that](https://github.com/octo/app/issues/17#note)', `(${there}#note)`],
    ['behind words, its address further down', '[that][1]\n\n[1]: https://github.com/octo/app/issues/17', there],
    ['in HTML', '<a href="https://www.github.com/octo/app/issues/17">', `"${there}"`],
  ])('%s', (_, markdown, expected) => {
    expect(shown(markdown)).toContain(expected);
    expect(shown(markdown)).not.toContain('/github.com');
  });
});

it.each([
  ['code', '`@octocat #17`'],
  ['a block of code', '```\n@Override // #17\n```'],
  ['an address of mail', '<ops@example.com>'],
  ['what only looks alike', 'C# and 5 @ 3, # 1'],
  ['a link to a place that is no issue', '[code](https://github.com/octo/app/blob/main/a.ts)'],
  ['attributes of HTML', '<img src="https://example.com/@a/#1">'],
])('%s stays as it is', (_, markdown) => expect(shown(markdown)).toBe(markdown));
