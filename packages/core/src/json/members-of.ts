import type { ObjectNode, ValueNode } from '@humanwhocodes/momoa';
import { nameOf } from './name-of.ts';

/** The members of an object by name, in the order of the file. */
export const membersOf = (node: ObjectNode): ReadonlyMap<string, ValueNode> =>
  new Map(node.members.map(member => [nameOf(member), member.value] as const));
