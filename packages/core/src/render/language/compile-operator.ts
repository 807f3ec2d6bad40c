import { plain } from '../values/plain.ts';
import { type ArithmeticName, arithmetic } from './arithmetic.ts';
import { spend } from './budget.ts';
import { compare } from './compare.ts';
import type { Compiler, Evaluate } from './compiler.ts';
import type { BinaryNode, CompareNode, TemplateNode } from './template-node.ts';

/** Operators between expressions. */
export function compileOperator(node: TemplateNode, compiler: Compiler): Evaluate {
  switch (node.typename) {
    case 'Or':
    case 'And': {
      const [left, right] = [compiler.expression(node.left), compiler.expression(node.right)];
      return node.typename === 'Or' ? scope => left(scope) || right(scope) : scope => left(scope) && right(scope);
    }
    case 'Not': {
      const target = compiler.expression(node.target);
      return scope => !target(scope);
    }
    case 'Neg':
    case 'Pos': {
      const target = compiler.expression(node.target);
      const sign = node.typename === 'Neg' ? -1 : 1;
      return scope => compiler.located(node, () => arithmetic('Mul', sign, plain(target(scope))));
    }
    case 'Compare':
      return compileCompare(node, compiler);
    case 'In':
    case 'Add':
    case 'Sub':
    case 'Mul':
    case 'Div':
    case 'FloorDiv':
    case 'Mod':
    case 'Pow':
    case 'Concat':
      return compileBinary(node.typename, node, compiler);
    default:
      return compiler.fail(node, `"${node.typename}" is not available here`);
  }
}

function compileBinary(name: ArithmeticName, node: BinaryNode, compiler: Compiler): Evaluate {
  const operands = [compiler.expression(node.left), compiler.expression(node.right)];
  return scope =>
    compiler.located(node, () => {
      const { rendering } = scope;
      const [left, right] = operands.map(operand => plain(operand(scope)));
      const result = spend(rendering, arithmetic(name, left, right));
      // Put into a text, an undefined variable is printed as nothing already here.
      const isPrinted = typeof result === 'string' && (left === undefined || right === undefined);
      if (isPrinted && rendering.missing) rendering.warn(rendering.missing);
      return result;
    });
}

function compileCompare(node: CompareNode, compiler: Compiler): Evaluate {
  const first = compiler.expression(node.expr);
  const steps = node.ops.map(({ expr, type }) => ({ type, operand: compiler.expression(expr) }));
  return scope =>
    compiler.located(node, () =>
      steps.reduce<unknown>(
        (left, { type, operand }) => compare(type, left, plain(operand(scope))),
        plain(first(scope)),
      ),
    );
}
