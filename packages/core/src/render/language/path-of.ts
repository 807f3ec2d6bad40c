import type { TemplateNode } from './template-node.ts';

/** An expression as a person would write it, for messages: `analysis.timeline`, `report.sections["Root Cause"]`. */
export function pathOf(node: TemplateNode): string {
  if (node.typename === 'Symbol') return node.value;
  if (node.typename === 'FunCall') return `${pathOf(node.name)}()`;
  if (node.typename !== 'LookupVal') return '(…)';
  return pathOf(node.target) + partOf(node.val);
}

function partOf(val: TemplateNode | null): string {
  if (val?.typename !== 'Literal') return '[…]';
  return typeof val.value === 'string' && /^[\p{L}_]\w*$/u.test(val.value)
    ? `.${val.value}`
    : `[${JSON.stringify(val.value)}]`;
}
