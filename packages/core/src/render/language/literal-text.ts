import type { TemplateNode } from './template-node.ts';

/** The text of a quoted text; undefined for any other expression. */
export function literalText(node: TemplateNode): string | undefined {
  return node.typename === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
