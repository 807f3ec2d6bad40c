import { captureText } from './capture-text.ts';
import type { Compiler, Evaluate } from './compiler.ts';
import { nameOf } from './name-of.ts';
import { childScope, declare, type Scope } from './scope.ts';
import { type Arguments, type TemplateFunction, templateFunction } from './template-function.ts';
import type { MacroNode } from './template-node.ts';

/** A macro sees the template's top level and its arguments; the body of a `{% call %}` also sees where it stands. */
export function createMacro(node: MacroNode, compiler: Compiler): (scope: Scope) => TemplateFunction {
  const bind = compileParameters(node, compiler);
  const body = captureText(node.body, compiler);
  return scope =>
    templateFunction(given => {
      const inside = childScope(node.typename === 'Caller' ? scope : (scope.top ?? scope), true);
      if (Object.hasOwn(given.keywords, 'caller')) declare(inside, 'caller', given.keywords.caller);
      bind(inside, given);
      return body(inside);
    });
}

/** Positional ones first; those with a default also by position or by name, as nunjucks takes them. */
function compileParameters(node: MacroNode, compiler: Compiler): (inside: Scope, given: Arguments) => void {
  const parameters = node.args.children.flatMap<{ name: string; otherwise: Evaluate }>(child => {
    if (child.typename !== 'KeywordArgs') return [{ name: nameOf(child, compiler), otherwise: () => undefined }];
    return child.children.map(pair => {
      if (pair.typename !== 'Pair') return compiler.fail(pair, 'expected "name=default"');
      return { name: nameOf(pair.key, compiler), otherwise: compiler.expression(pair.value) };
    });
  });
  return (inside, { positional, keywords }) => {
    for (const [index, { name, otherwise }] of parameters.entries()) {
      const named = Object.hasOwn(keywords, name) ? keywords[name] : otherwise(inside);
      declare(inside, name, index < positional.length ? positional[index] : named);
    }
  };
}
