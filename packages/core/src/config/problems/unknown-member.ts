import { nearest } from './nearest.ts';

/**
 * `unknown member; did you mean "priority"?` or, where nothing is near, what there is to choose from.
 *
 * @param others those of every integration: suggested, but too many to list
 */
export function unknownMember(name: string, known: readonly string[], others: readonly string[] = []): string {
  const near = nearest(name, [...known, ...others]);
  if (near !== undefined) return `unknown member; did you mean "${near}"?`;
  if (known.length === 0) return 'unknown member';
  const and = others.length > 0 ? ', and the members that every integration may have' : '';
  return `unknown member; accepted are ${known.join(', ')}${and}`;
}
