import { expect, it } from 'vitest';
import { describeValue } from './describe-value.ts';

it.each([
  ['https//rca:p%40ss@desk.example.com', 'the text "https//[secret]@desk.example.com"'],
  ['rca:p%40ss@desk.example.com:443', 'the text "[secret]@desk.example.com:443"'],
  [`https//rca:${'p'.repeat(80)}@desk.example.com`, 'the text "https//[secret]@desk.example.com"'],
  ['mail rca@example.com', 'the text "mail rca@example.com"'],
])('repeats %s without a password in it, even where it is no address', (text, shown) => {
  expect(describeValue(text, text)).toBe(shown);
});

it('tells a text from the references that it was written with, and does not show it', () => {
  expect(describeValue('company.example.com', '${JIRA_ENDPOINT}')).toBe(
    'what "${JIRA_ENDPOINT}" stands for, which is not shown',
  );
});
