import type { Compiler } from './compiler.ts';
import type { TemplateNode } from './template-node.ts';

/** The name that a tag gives to a variable, a macro or an argument. */
export function nameOf(node: TemplateNode, compiler: Compiler): string {
  if (node.typename === 'Symbol' && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(node.value)) return node.value;
  const found = 'value' in node && typeof node.value === 'string' ? `"${node.value}"` : 'an expression';
  return compiler.fail(node, `found ${found} where a name is expected`);
}
