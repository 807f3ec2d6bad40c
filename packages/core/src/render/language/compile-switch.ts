import { plain } from '../values/plain.ts';
import type { Compiler, Execute } from './compiler.ts';
import type { SwitchNode, TemplateNode } from './template-node.ts';

/** As in nunjucks: strictly equal, and an empty case goes on with the next one. */
export function compileSwitch(node: SwitchNode, compiler: Compiler): Execute {
  const subject = compiler.expression(node.expr);
  const cases = node.cases.map(({ cond, body }) => ({
    cond: compiler.expression(cond),
    body: compiler.body(body),
    isEmpty: isEmpty(body),
  }));
  const otherwise = node.default ? compiler.body(node.default) : () => undefined;
  return (scope, out) => {
    const value = plain(subject(scope));
    const start = cases.findIndex(({ cond }) => plain(cond(scope)) === value);
    const chosen = start < 0 ? undefined : cases.slice(start).find(({ isEmpty: empty }) => !empty);
    (chosen?.body ?? otherwise)(scope, out);
  };
}

function isEmpty(body: TemplateNode): boolean {
  return 'children' in body && body.children.length === 0;
}
