import { spend } from './budget.ts';
import { captureText } from './capture-text.ts';
import { compileLoop } from './compile-loop.ts';
import { compilePrinted } from './compile-printed.ts';
import { compileSwitch } from './compile-switch.ts';
import type { Compiler, Execute } from './compiler.ts';
import { createMacro } from './create-macro.ts';
import { nameOf } from './name-of.ts';
import { declare, setVariable } from './scope.ts';
import type { IfNode, SetNode, TemplateNode } from './template-node.ts';

const nothing: Execute = () => undefined;

/** Text, output and tags, as a function that writes. What is not listed here does not exist in a template. */
export function compileBody(node: TemplateNode, compiler: Compiler): Execute {
  switch (node.typename) {
    case 'Root':
    case 'NodeList': {
      const parts = node.children.map(compiler.body);
      return (scope, out) => {
        for (const part of parts) part(scope, out);
      };
    }
    case 'Output': {
      const parts = node.children.map(child => compileOutput(child, compiler));
      return (scope, out) => {
        for (const part of parts) part(scope, out);
      };
    }
    case 'If':
      return compileIf(node, compiler);
    case 'For':
      return compileLoop(node, compiler);
    case 'Set':
      return compileSet(node, compiler);
    case 'Switch':
      return compileSwitch(node, compiler);
    case 'Macro': {
      const [name, create] = [nameOf(node.name, compiler), createMacro(node, compiler)];
      return scope => declare(scope, name, create(scope));
    }
    case 'Include':
    case 'Import':
    case 'FromImport':
    case 'Extends':
    case 'Block':
      return compiler.fail(node, 'a template is one file: include, import, from, extends and block are not available');
    default:
      return compiler.fail(node, `the tag "${node.typename}" is not available: use if and for`);
  }
}

function compileOutput(node: TemplateNode, compiler: Compiler): Execute {
  if (node.typename === 'TemplateData') return (_, out) => void out.push(node.value);
  // Quoted text in the braces is the template's own, a line break in it a line break.
  if (node.typename === 'Literal' && typeof node.value === 'string') return compileOwnText(node.value, compiler);
  const evaluate = compilePrinted(node, compiler);
  return (scope, out) => {
    const { rendering } = scope;
    rendering.missing = undefined;
    try {
      const value = spend(rendering, evaluate(scope));
      if (value !== undefined && value !== null) out.push({ value });
      else if (value === undefined && rendering.missing) rendering.warn(rendering.missing);
    } catch (error) {
      throw compiler.wrong(node, error);
    }
  };
}

function compileOwnText(text: string, { flavour }: Compiler): Execute {
  return (_, out) => void out.push(flavour.name === 'html' ? { value: text } : text);
}

function compileIf(node: IfNode, compiler: Compiler): Execute {
  const [cond, body] = [compiler.expression(node.cond), compiler.body(node.body)];
  const otherwise = node.else_ ? compiler.body(node.else_) : nothing;
  return (scope, out) => (cond(scope) ? body(scope, out) : otherwise(scope, out));
}

function compileSet(node: SetNode, compiler: Compiler): Execute {
  const names = node.targets.map(target => nameOf(target, compiler));
  const capture = node.body?.typename === 'Capture' ? captureText(node.body.body, compiler) : undefined;
  const evaluate = node.value ? compiler.expression(node.value) : capture;
  if (!evaluate) return compiler.fail(node, 'expected "=" and a value, or a text up to {% endset %}');
  return scope => {
    const value = evaluate(scope);
    for (const name of names) setVariable(scope, name, value);
  };
}
