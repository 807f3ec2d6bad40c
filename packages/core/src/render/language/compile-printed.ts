import { compileExpression } from './compile-expression.ts';
import type { Compiler, Evaluate } from './compiler.ts';
import { holdOf } from './hold-of.ts';
import type { TemplateNode } from './template-node.ts';

/** What hands on what stands in it. */
const passes = new Set(['Group', 'InlineIf', 'Or', 'Concat', 'Add']);
/** What hands on what it is given, with words or Markdown of the template's own. */
const passingFilters = new Set(['default', 'd', 'join', 'bullets', 'numbered', 'quote', 'table']);

/** An expression whose value is printed. In Markdown, names in it are held, so that they are printed as they are written. */
export function compilePrinted(node: TemplateNode, compiler: Compiler): Evaluate {
  if (compiler.flavour.name !== 'markdown') return compiler.expression(node);
  const hold = holdOf(node, compiler.named);
  if (hold) {
    const evaluate = compiler.expression(node);
    return scope => {
      const value = evaluate(scope);
      const held = hold(value);
      if (held !== value) scope.rendering.holdsNames = true;
      return held;
    };
  }
  const isPassing =
    passes.has(node.typename) ||
    (node.typename === 'Filter' && node.name.typename === 'Symbol' && passingFilters.has(node.name.value));
  if (!isPassing) return compiler.expression(node);
  return compileExpression(node, { ...compiler, expression: part => compilePrinted(part, compiler) });
}
