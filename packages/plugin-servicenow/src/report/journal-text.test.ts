import { parseMarkdown } from '@itsm-bridge/core';
import { expect, it } from 'vitest';
import { journalText } from './journal-text.ts';

it.each([
  ['[code]<b>x</b>[/code]', '［code]<b>x</b>［/code]'],
  ['`[ / CODE ]` [co**de**]', '［ / CODE ] ［code]'],
  ['&#91;/code&#93; [/co\u00adde] [\u200bcode]', '［/code] ［/co\u00adde] ［\u200bcode]'],
  ['[codes] [x] code]', '[codes] [x] code]'],
])('of %j opens and ends no HTML', (markdown, text) => {
  expect(journalText(parseMarkdown(markdown)).trim()).toBe(text);
});
