import { spend } from './budget.ts';
import { captureText } from './capture-text.ts';
import { compileCall } from './compile-call.ts';
import { compileFilter } from './compile-filter.ts';
import { compileLookup } from './compile-lookup.ts';
import { compileOperator } from './compile-operator.ts';
import { compileTest } from './compile-test.ts';
import type { Compiler, Evaluate } from './compiler.ts';
import { createMacro } from './create-macro.ts';
import { literalText } from './literal-text.ts';
import type { LiteralNode, PairNode, TemplateNode } from './template-node.ts';

/** An expression as a function of the variables. What is not listed here does not exist in a template. */
export function compileExpression(node: TemplateNode, compiler: Compiler): Evaluate {
  switch (node.typename) {
    case 'Literal':
      return compileLiteral(node, compiler);
    case 'Symbol':
    case 'LookupVal':
      return compileLookup(node, compiler);
    case 'Group':
      return compileOnly(node.children, node, compiler);
    case 'Array': {
      const items = node.children.map(compiler.expression);
      return scope =>
        spend(
          scope.rendering,
          items.map(item => item(scope)),
        );
    }
    case 'Dict':
      return compileDict(node.children, compiler);
    case 'InlineIf': {
      const [cond, body] = [compiler.expression(node.cond), compiler.expression(node.body)];
      const otherwise = node.else_ ? compiler.expression(node.else_) : () => '';
      return scope => (cond(scope) ? body(scope) : otherwise(scope));
    }
    case 'FunCall':
      return compileCall(node, compiler);
    case 'Filter':
      return compileFilter(node, compiler);
    case 'Is':
      return compileTest(node, compiler);
    case 'Capture':
      return captureText(node.body, compiler);
    case 'Caller':
      return createMacro(node, compiler);
    default:
      return compileOperator(node, compiler);
  }
}

function compileLiteral(node: LiteralNode, compiler: Compiler): Evaluate {
  const { value } = node;
  // A pattern from a template could keep a worker busy for hours.
  if (value instanceof RegExp) return compiler.fail(node, 'regular expressions are not available in templates');
  return () => value;
}

function compileOnly(children: readonly TemplateNode[], place: TemplateNode, compiler: Compiler): Evaluate {
  const [only, ...more] = children;
  if (!only || more.length > 0) return compiler.fail(place, 'expected one expression between "(" and ")"');
  return compiler.expression(only);
}

function compileDict(pairs: readonly TemplateNode[], compiler: Compiler): Evaluate {
  const members = pairs.map(pair => compilePair(pair, compiler));
  return scope =>
    spend(scope.rendering, Object.fromEntries(members.map(([key, value]) => [key, value(scope)] as const)));
}

function compilePair(pair: TemplateNode, compiler: Compiler): readonly [string, Evaluate] {
  if (pair.typename !== 'Pair') return compiler.fail(pair, 'expected "name: value"');
  return [keyOf(pair, compiler), compiler.expression(pair.value)];
}

function keyOf({ key }: PairNode, compiler: Compiler): string {
  const text = key.typename === 'Symbol' ? key.value : literalText(key);
  return text ?? compiler.fail(key, 'the keys of "{ }" are names or quoted texts');
}
