import type { Location, ValueNode } from '@humanwhocodes/momoa';
import { nameOf } from './name-of.ts';

/** Where the member or element at a path stands; for one that is missing, the nearest one around it. Undefined for the root. */
export function placeOf(root: ValueNode, path: readonly (string | number)[]): Location | undefined {
  let node = root;
  let place: Location | undefined;
  for (const part of path) {
    const next = childOf(node, part);
    if (next === undefined) return place;
    [node, place] = next;
  }
  return place;
}

function childOf(node: ValueNode, part: string | number): readonly [ValueNode, Location] | undefined {
  if (node.type === 'Array') {
    const element = node.elements[Number(part)];
    return element && [element.value, element.loc.start];
  }
  const member = node.type === 'Object' ? node.members.find(candidate => nameOf(candidate) === part) : undefined;
  return member && [member.value, member.name.loc.start];
}
