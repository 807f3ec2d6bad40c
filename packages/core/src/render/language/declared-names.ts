import type { TemplateNode } from './template-node.ts';

/** Every name that the template gives to something: macros and their arguments, `{% set %}`, loop variables. */
export function declaredNames(node: TemplateNode, names = new Set<string>()): ReadonlySet<string> {
  if (node.typename === 'Macro') add(node.name, names);
  if (node.typename === 'Macro' || node.typename === 'Caller') add(node.args, names);
  if (node.typename === 'Set') for (const target of node.targets) add(target, names);
  if (node.typename === 'For') add(node.name, names);
  for (const child of childrenOf(node)) declaredNames(child, names);
  return names;
}

function add(node: TemplateNode, names: Set<string>): void {
  if (node.typename === 'Symbol') names.add(node.value);
  else if (node.typename === 'Pair') add(node.key, names);
  else if ('children' in node) for (const child of node.children) add(child, names);
}

export function childrenOf(parent: object): readonly TemplateNode[] {
  return Object.values(parent).flatMap((value: unknown) => {
    if (Array.isArray(value)) return value.filter(isNode);
    return isNode(value) ? [value] : [];
  });
}

function isNode(value: unknown): value is TemplateNode {
  return typeof value === 'object' && value !== null && 'typename' in value && typeof value.typename === 'string';
}
