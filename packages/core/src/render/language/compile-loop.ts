import { plain } from '../values/plain.ts';
import { spend } from './budget.ts';
import type { Compiler, Execute } from './compiler.ts';
import { member } from './member.ts';
import { nameOf } from './name-of.ts';
import { childScope, declare, type Scope } from './scope.ts';
import type { ForNode } from './template-node.ts';

/** `{% for %}` over a list, a text's characters or, with two names, an object's members. */
export function compileLoop(node: ForNode, compiler: Compiler): Execute {
  const names = (node.name.typename === 'Array' ? node.name.children : [node.name]).map(name => nameOf(name, compiler));
  const evaluate = compiler.expression(node.arr);
  const body = compiler.body(node.body);
  const otherwise = node.else_ ? compiler.body(node.else_) : () => undefined;
  return (scope, out) => {
    const items = compiler.located(node, () => itemsOf(evaluateList(scope), names.length));
    const inside = childScope(scope, false);
    for (const [index, item] of items.entries()) {
      compiler.located(node, () => spend(scope.rendering, index));
      declare(inside, 'loop', loopAt(index, items.length));
      for (const [place, name] of names.entries()) declare(inside, name, names.length > 1 ? member(item, place) : item);
      body(inside, out);
    }
    if (items.length === 0) otherwise(inside, out);
  };

  /** A loop over an undefined variable prints nothing, and says so as its output would. */
  function evaluateList(scope: Scope): unknown {
    const { rendering } = scope;
    rendering.missing = undefined;
    const value = evaluate(scope);
    if (value === undefined && rendering.missing) rendering.warn(rendering.missing);
    return plain(value);
  }
}

function itemsOf(value: unknown, names: number): readonly unknown[] {
  if (typeof value === 'string') return Array.from({ length: value.length }, (_, index) => value[index]);
  if (Array.isArray(value) || value instanceof Set || value instanceof Map) return Array.from<unknown>(value);
  return typeof value === 'object' && value !== null && names > 1 ? Object.entries(value) : [];
}

function loopAt(index: number, length: number) {
  return {
    index: index + 1,
    index0: index,
    revindex: length - index,
    revindex0: length - index - 1,
    first: index === 0,
    last: index === length - 1,
    length,
  };
}
