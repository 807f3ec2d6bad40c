import type { Place, TemplateNode } from './template-node.ts';

/** Where an expression begins; nunjucks places `a.b` at its dot and `a()` at its parenthesis. */
export function startOf(node: TemplateNode): Place {
  if (node.typename === 'LookupVal') return startOf(node.target);
  return node.typename === 'FunCall' ? startOf(node.name) : node;
}
