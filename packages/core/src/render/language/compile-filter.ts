import { nearest } from '../../config/problems/nearest.ts';
import { filters } from '../filters/filters.ts';
import { shapeOf } from '../values/shape-of.ts';
import { spend } from './budget.ts';
import { compileArguments } from './compile-arguments.ts';
import type { Compiler, Evaluate } from './compiler.ts';
import type { CallNode } from './template-node.ts';

/** `value | name(…)`. A filter on an undefined variable is skipped, so that the variable is what the warning names. */
export function compileFilter(node: CallNode, compiler: Compiler): Evaluate {
  const name = node.name.typename === 'Symbol' ? node.name.value : '';
  const filter = filters.get(name);
  if (!filter) {
    const near = nearest(name, filters.keys());
    const instead =
      near === undefined ? `there are ${[...filters.keys()].sort().join(', ')}` : `did you mean "${near}"?`;
    return compiler.fail(node, `there is no filter "${name}"; ${instead}`);
  }
  if (name === 'markdown' && compiler.flavour.name === 'wiki') return compiler.fail(node, inWiki);
  const [subject, ...rest] = node.args.children;
  if (!subject) return compiler.fail(node, `the filter "${name}" has nothing to work on`);
  const input = compiler.expression(subject);
  const args = compileArguments(rest, compiler);
  return scope => {
    const { rendering } = scope;
    const value = input(scope);
    if (value === undefined && !filter.takesUndefined) return undefined;
    return compiler.located(node, () => {
      const given = args(scope);
      spend(rendering, [value, given.positional]);
      try {
        return spend(rendering, filter.apply(value, given));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new TypeError(`the filter "${name}" failed on ${described(value)}: ${reason}`, { cause: error });
      }
    });
  };
}

const inWiki =
  'the filter "markdown" makes HTML, which is text in wiki markup; make this a .md template, whose Markdown is converted';

function described(value: unknown): string {
  const { kind } = shapeOf(value);
  if (typeof value === 'number' || typeof value === 'boolean') return `a ${typeof value}`;
  return kind === 'object' || kind === 'event' ? 'an object' : kind === 'nothing' ? 'nothing' : `a ${kind}`;
}
