import { expect, it } from 'vitest';
import { validateAdf } from './validate-adf.ts';

const doc = (...content: readonly unknown[]) => ({ version: 1, type: 'doc', content });
const text = (value: string, ...marks: readonly string[]) => ({
  type: 'text',
  text: value,
  marks: marks.map(type => ({ type })),
});
const linked = (href: string) => ({ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] });
const paragraph = (...content: readonly unknown[]) => ({ type: 'paragraph', content });
const bullets = (...content: readonly unknown[]) => ({ type: 'bulletList', content: [{ type: 'listItem', content }] });
const row = (...cells: readonly unknown[]) => ({
  type: 'tableRow',
  content: cells.map(cell => ({ type: 'tableCell', content: [cell] })),
});
const tasks = (...content: readonly unknown[]) => ({ type: 'taskList', attrs: { localId: '1' }, content });
const task = { type: 'taskItem', attrs: { localId: '1', state: 'TODO' } };

it('accepts what Jira accepts', () => {
  expect(validateAdf(doc(paragraph(text('a', 'strong'), { type: 'hardBreak' }, text('b'))))).toEqual([]);
});

it.each([
  ['a node that its place forbids', bullets({ type: 'rule' })],
  ['an empty text', paragraph(text(''))],
  ['code that is also strong', paragraph(text('a', 'code', 'strong'))],
  ['a newline in a text', paragraph(text('a\nb'))],
  ['a mark twice', paragraph(text('a', 'em', 'em'))],
  ['a hard break at an end', paragraph(text('a'), { type: 'hardBreak' })],
  ['two equal neighbours', paragraph(text('a'), text('b'))],
  ['a list that starts with a list', bullets(bullets(paragraph()))],
  ['a row without cells', { type: 'table', content: [row()] }],
  ['rows of different width', { type: 'table', content: [row(paragraph()), row(paragraph(), paragraph())] }],
  ['a task list that starts with a task list', tasks(tasks(task))],
  ['an id that is there twice', tasks(task)],
  ['a link that nobody should follow', paragraph(linked('javascript:alert(1)'))],
  ['a link to no host', paragraph(linked('../file'))],
  ['an escape character', paragraph(text('\u001b[31m'))],
  ['half a surrogate pair in an attribute', { type: 'codeBlock', attrs: { language: '\ud83d' } }],
  [
    'a list that counts from below zero',
    { type: 'orderedList', attrs: { order: -1 }, content: [{ type: 'listItem', content: [paragraph()] }] },
  ],
  ['a broken heading level', { type: 'heading', attrs: { level: 1.5 }, content: [text('a')] }],
])('refuses %s', (_name, block) => {
  expect(validateAdf(doc(block))).not.toEqual([]);
});

it('refuses an empty document', () => {
  expect(validateAdf(doc())).toEqual(['doc: the document is empty']);
});
