import { nearest } from './nearest.ts';

/** `unknown member; did you mean "priority"?` or, where nothing is near, what there is to choose from. */
export function unknownMember(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return `unknown member; did you mean "${near}"?`;
  return known.length === 0 ? 'unknown member' : `unknown member; accepted are ${known.join(', ')}`;
}
