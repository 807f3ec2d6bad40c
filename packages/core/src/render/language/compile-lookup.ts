import type { Compiler, Evaluate } from './compiler.ts';
import { literalText } from './literal-text.ts';
import { member } from './member.ts';
import { nameOf } from './name-of.ts';
import { pathOf } from './path-of.ts';
import { getVariable } from './scope.ts';
import { startOf } from './start-of.ts';
import type { LookupNode, SymbolNode } from './template-node.ts';

const refused = new Set(['constructor', '__proto__', 'prototype']);

/** `name`, `a.b`, `a["b"]`, `a[b]`. What leads to nothing is noted, in case it is printed. */
export function compileLookup(node: SymbolNode | LookupNode, compiler: Compiler): Evaluate {
  const missing = compiler.missing(startOf(node), pathOf(node));
  const read = node.typename === 'Symbol' ? readVariable(nameOf(node, compiler)) : compileMember(node, compiler);
  return scope => {
    const value = read(scope);
    if (value === undefined) scope.rendering.missing = missing;
    return value;
  };
}

function readVariable(name: string): Evaluate {
  return scope => getVariable(scope, name);
}

function compileMember(node: LookupNode, compiler: Compiler): Evaluate {
  if (!node.val) return compiler.fail(node, 'expected a name or a number between "[" and "]"');
  const name = literalText(node.val);
  if (name !== undefined && refused.has(name)) {
    return compiler.fail(node.val, `"${name}" is not available in templates: only the analysis' own members are`);
  }
  const target = compiler.expression(node.target);
  const key = compiler.expression(node.val);
  return scope => member(target(scope), key(scope));
}
