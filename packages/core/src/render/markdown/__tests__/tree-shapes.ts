import type { Nodes } from 'mdast';
import { parseMarkdown } from '../../parse-markdown.ts';

/** The tree without the lines, which have their own test. */
export function tree(markdown: string): readonly unknown[] {
  return JSON.parse(
    JSON.stringify(parseMarkdown(markdown).children, (name, value) => (name === 'position' ? undefined : value)),
  );
}

export function texts(node: Nodes): readonly string[] {
  if ('children' in node) return node.children.flatMap(texts);
  return 'value' in node ? [node.value] : [];
}

export const text = (value: string) => ({ type: 'text', value });
export const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });
export const item = (checked: boolean | null, ...children: unknown[]) => ({
  type: 'listItem',
  checked,
  spread: false,
  children,
});
