import { plain } from '../values/plain.ts';
import { compileArguments } from './compile-arguments.ts';
import type { Compiler, Evaluate } from './compiler.ts';
import type { BinaryNode, TemplateNode } from './template-node.ts';
import { templateTests } from './template-tests.ts';

// nunjucks' own fail on nothing, where the answer is simply no.
const needsValue = new Set(['lower', 'upper', 'iterable']);

/** `value is name`, `value is name(…)`. */
export function compileTest(node: BinaryNode, compiler: Compiler): Evaluate {
  const name = testName(node.right);
  const test = templateTests.get(name);
  if (!test) {
    return compiler.fail(node.right, `there is no test "${name}"; there are ${[...templateTests.keys()].join(', ')}`);
  }
  const value = compiler.expression(node.left);
  const args = compileArguments(node.right.typename === 'FunCall' ? node.right.args.children : [], compiler);
  return scope =>
    compiler.located(node, () => {
      const subject = value(scope);
      if ((subject === undefined || subject === null) && needsValue.has(name)) return false;
      const { positional } = args(scope);
      return test.call(undefined, name === 'escaped' ? subject : plain(subject), ...positional) === true;
    });
}

function testName(right: TemplateNode): string {
  if (right.typename === 'FunCall') return testName(right.name);
  if (right.typename === 'Symbol') return right.value;
  return right.typename === 'Literal' ? String(right.value) : '';
}
