import type { ValueNode } from '@humanwhocodes/momoa';
import type { JsonProblem } from './json-problem.ts';
import { nameOf } from './name-of.ts';

/** The first name that stands twice in one object: which of the two was meant, nobody can tell. */
export function repeatedName(node: ValueNode, firstLine: number): JsonProblem | undefined {
  if (node.type === 'Array') {
    for (const { value } of node.elements) {
      const problem = repeatedName(value, firstLine);
      if (problem !== undefined) return problem;
    }
  }
  if (node.type !== 'Object') return undefined;
  const lines = new Map<string, number>();
  for (const member of node.members) {
    const { line, offset } = member.name.loc.start;
    const earlier = lines.get(nameOf(member));
    if (earlier !== undefined)
      return {
        offset,
        message: `this name stands twice in the same object, first on line ${earlier - 1 + firstLine}; take one of them out`,
      };
    lines.set(nameOf(member), line);
    const problem = repeatedName(member.value, firstLine);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
