import type { Compiler } from './compiler.ts';
import { nameOf } from './name-of.ts';
import type { Scope } from './scope.ts';
import type { Arguments } from './template-function.ts';
import type { TemplateNode } from './template-node.ts';

/** What stands between the parentheses of a call: values, then `name=value`. */
export function compileArguments(nodes: readonly TemplateNode[], compiler: Compiler): (scope: Scope) => Arguments {
  const positional = nodes.filter(node => node.typename !== 'KeywordArgs').map(compiler.expression);
  const keywords = nodes.flatMap(node =>
    node.typename !== 'KeywordArgs'
      ? []
      : node.children.map(pair => {
          if (pair.typename !== 'Pair') return compiler.fail(pair, 'expected "name=value"');
          return [nameOf(pair.key, compiler), compiler.expression(pair.value)] as const;
        }),
  );
  return scope => ({
    positional: positional.map(evaluate => evaluate(scope)),
    keywords: Object.fromEntries(keywords.map(([name, evaluate]) => [name, evaluate(scope)] as const)),
  });
}
