import { expect } from 'vitest';
import { markdownToAdf } from '../markdown-to-adf.ts';
import { validateAdf } from './validate-adf.ts';

// Short names for the shapes that the tests expect.

/** The blocks of a document that Jira accepts. */
export function adf(...lines: readonly string[]): readonly unknown[] {
  const doc = markdownToAdf(lines.join('\n'));
  expect(validateAdf(doc)).toEqual([]);
  return doc.content;
}

export const text = (value: string, ...marks: readonly unknown[]) => ({
  type: 'text',
  text: value,
  ...(marks.length === 0 ? {} : { marks: marks.map(mark => (typeof mark === 'string' ? { type: mark } : mark)) }),
});
export const node = (type: string, ...content: readonly unknown[]) => ({ type, content });
export const paragraph = (...content: readonly unknown[]) =>
  node('paragraph', ...content.map(one => (typeof one === 'string' ? text(one) : one)));
export const item = (...content: readonly unknown[]) =>
  node('listItem', ...content.map(one => (typeof one === 'string' ? paragraph(one) : one)));
export const bullets = (...items: readonly unknown[]) => node('bulletList', ...items);
export const ordered = (order: number, ...items: readonly unknown[]) => ({
  type: 'orderedList',
  ...(order === 1 ? {} : { attrs: { order } }),
  content: items,
});
export const link = (href: string, title?: string) => ({ type: 'link', attrs: title ? { href, title } : { href } });
export const br = { type: 'hardBreak' };
export const rule = { type: 'rule' };
export const code = (value: string) => ({ type: 'codeBlock', content: [text(value)] });
export const panel = (panelType: string, ...content: readonly unknown[]) => ({
  type: 'panel',
  attrs: { panelType },
  content,
});
export const expand = (title: string, ...content: readonly unknown[]) => ({
  type: 'expand',
  attrs: { title },
  content,
});
export const taskList = (localId: string, ...content: readonly unknown[]) => ({
  type: 'taskList',
  attrs: { localId },
  content,
});
export const task = (localId: string, state: string, ...content: readonly unknown[]) => ({
  type: 'taskItem',
  attrs: { localId, state },
  content,
});
export const cell = (value: string) => node('tableCell', paragraph(value));
const header = (value: string) => node('tableHeader', paragraph(value));
export const smallTable = ['| a |', '|---|', '| b |'];
export const smallTableAdf = node('table', node('tableRow', header('a')), node('tableRow', cell('b')));
