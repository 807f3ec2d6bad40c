import { documentToMarkdown, type Json, parseMarkdown } from '@itsm-bridge/core';
import { describe, expect, it } from 'vitest';
import { adfToDocument } from './adf-to-document.ts';
import { documentToAdf } from './document-to-adf.ts';

const text = (value: string, ...marks: readonly object[]) =>
  ({ type: 'text', text: value, ...(marks.length > 0 ? { marks } : {}) }) as Json;
const node = (type: string, content: readonly Json[] = [], attrs?: object): Json =>
  ({ type, content, ...(attrs ? { attrs } : {}) }) as Json;
const markdownOf = (...content: readonly Json[]) => documentToMarkdown(adfToDocument(node('doc', content))).trimEnd();

describe('a rendered template', () => {
  it('takes the documents in it as they are, among its own nodes', () => {
    const root = parseMarkdown('A **pool** ran dry.\n\n- one\n- two') as unknown as Json;
    expect(markdownOf(node('heading', [text('Cause')], { level: 2 }), root, { type: 'rule' })).toBe(
      '## Cause\n\nA **pool** ran dry.\n\n- one\n- two\n\n---',
    );
  });

  it.each<[string, Json, string]>([
    ['marks', node('paragraph', [text('a', { type: 'strong' }), text('b', { type: 'code' })]), '**a**`b`'],
    ['links', node('paragraph', [text('a', { type: 'link', attrs: { href: 'https://b.c' } })]), '[a](https://b.c)'],
    ['hard breaks', node('paragraph', [text('a'), { type: 'hardBreak' }, text('b')]), 'a\\\nb'],
    ['code', node('codeBlock', [text('x = 1')], { language: 'py' }), '```py\nx = 1\n```'],
    ['panels', node('panel', [node('paragraph', [text('a')])], { panelType: 'info' }), '> a'],
    ['sections', node('expand', [node('paragraph', [text('a')])], { title: 'Log' }), '**Log**\n\na'],
    ['tasks', node('taskList', [node('taskItem', [text('a')], { state: 'DONE' })]), '- [x] a'],
    ['open tasks', node('taskList', [node('taskItem', [text('a')], { state: 'TODO' })]), '- [ ] a'],
    ['counted lists', node('orderedList', [node('listItem', [node('paragraph', [text('a')])])], { order: 3 }), '3. a'],
    ['statuses', node('paragraph', [{ type: 'status', attrs: { text: 'DONE', color: 'green' } }]), 'DONE'],
    ['mentions', node('paragraph', [{ type: 'mention', attrs: { id: '1', text: '@mia' } }]), '@mia'],
    ['nodes that nobody knows', node('layout', [node('column', [node('paragraph', [text('a')])])]), 'a'],
  ])('says the same in Markdown: %s', (_what, adf, markdown) => {
    expect(markdownOf(adf)).toBe(markdown);
  });

  it('has its tables, cell by cell', () => {
    const cell = (value: string) => node('tableCell', [node('paragraph', [text(value)])]);
    const rows = [node('tableRow', [cell('a'), cell('b')]), node('tableRow', [cell('1'), cell('2')])];
    expect(markdownOf(node('table', rows))).toBe('| a | b |\n| - | - |\n| 1 | 2 |');
  });

  it('may be empty anywhere', () => {
    for (const empty of [node('doc'), node('doc', [node('paragraph')]), node('doc', [{ type: 'heading' }])]) {
      expect(documentToAdf(adfToDocument(empty)).content).toHaveLength(1);
    }
  });
});
