import type { MemberNode } from '@humanwhocodes/momoa';

/** The name of a member, its escapes read. */
export const nameOf = ({ name }: MemberNode): string => (name.type === 'String' ? name.value : name.name);
