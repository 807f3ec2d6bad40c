import { spend } from './budget.ts';
import { compileArguments } from './compile-arguments.ts';
import type { Compiler, Evaluate } from './compiler.ts';
import { globalFunctions } from './global-functions.ts';
import { literalText } from './literal-text.ts';
import { pathOf } from './path-of.ts';
import { startOf } from './start-of.ts';
import { callTemplateFunction, isTemplateFunction } from './template-function.ts';
import type { CallNode, TemplateNode } from './template-node.ts';

const deepestCall = 50;
const cyclerFunctions = new Set(['next', 'reset']);

/** A call of what the template or nunjucks defines; data has nothing that could be called. */
export function compileCall(node: CallNode, compiler: Compiler): Evaluate {
  const path = pathOf(node.name);
  const evaluate = compiler.expression(node.name);
  if (!isCallable(node.name, compiler)) {
    const callable = `macros of this template, caller(), ${[...globalFunctions.keys()].map(name => `${name}()`).join(', ')}`;
    return compiler.fail(startOf(node), `"${path}" cannot be called; what can be called: ${callable}`);
  }
  const args = compileArguments(node.args.children, compiler);
  return scope => {
    const { rendering } = scope;
    return compiler.located(node, () => {
      const called = evaluate(scope);
      if (!isTemplateFunction(called)) throw new TypeError(`"${path}" is not a macro or a function here`);
      const given = args(scope);
      rendering.depth += 1;
      try {
        if (rendering.depth > deepestCall) throw new RangeError(`macros call each other more than ${deepestCall} deep`);
        return spend(rendering, callTemplateFunction(called, given));
      } finally {
        rendering.depth -= 1;
      }
    });
  };
}

function isCallable(name: TemplateNode, compiler: Compiler): boolean {
  if (name.typename === 'Symbol') {
    return name.value === 'caller' || globalFunctions.has(name.value) || compiler.declared.has(name.value);
  }
  if (name.typename !== 'LookupVal' || name.target.typename !== 'Symbol' || !name.val) return false;
  return compiler.declared.has(name.target.value) && cyclerFunctions.has(literalText(name.val) ?? '');
}
