import type { Hold } from '../names/held-name.ts';
import { childrenOf } from './declared-names.ts';
import { holdOf, type NamedVariables } from './hold-of.ts';
import type { TemplateNode } from './template-node.ts';

/** The variables of loops over names, and those that are set to a name: `{% for system in analysis.affected_systems %}`. */
export function namedVariables(root: TemplateNode): NamedVariables {
  const variables = new Map<string, Hold | undefined>();
  visit(root, variables);
  return variables;
}

function visit(node: TemplateNode, variables: Map<string, Hold | undefined>): void {
  if (node.typename === 'For') declare(node.name, holdOf(node.arr, variables), variables);
  if (node.typename === 'Set') {
    const hold = node.value ? holdOf(node.value, variables) : undefined;
    for (const target of node.targets) declare(target, hold, variables);
  }
  if (node.typename === 'Macro' || node.typename === 'Caller') declare(node.args, undefined, variables);
  for (const child of childrenOf(node)) visit(child, variables);
}

/** One that is a name in one place and something else in another is none. */
function declare(node: TemplateNode, hold: Hold | undefined, variables: Map<string, Hold | undefined>): void {
  if (node.typename === 'Symbol') {
    const isNew = !variables.has(node.value);
    variables.set(node.value, isNew || variables.get(node.value) === hold ? hold : undefined);
  } else if (node.typename === 'Pair') declare(node.key, hold, variables);
  else if ('children' in node) for (const child of node.children) declare(child, hold, variables);
}
