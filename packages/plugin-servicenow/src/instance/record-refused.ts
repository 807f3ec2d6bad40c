/** What may be added to the instance's words, which name the fields by their labels. */
const policyHint =
  'A value that is no choice of its field counts as missing, too; for resolving, see resolve in the config.';

const aclHint = 'This user may not change this record: is it closed, or is a role missing?';

/**
 * The 403s that are about one record: a business rule aborted it, a data policy misses a field, or an ACL keeps the record
 * as it is, as it does for closed ones. User and password are fine and the next record may pass, so that they must not stand
 * for a refused sign-in. Undefined for the others (inserts, "Insufficient rights"): those are about the user.
 */
export function recordRefused(
  words: string | undefined,
): { readonly kind: 'rejected'; readonly message: string } | undefined {
  if (words === undefined) return undefined;
  if (/aborted by Business Rule/i.test(words)) return { kind: 'rejected', message: words };
  if (/Data Policy Exception/i.test(words)) return { kind: 'rejected', message: `${words}. ${policyHint}` };
  if (/ACL Exception Update Failed/i.test(words)) return { kind: 'rejected', message: `${words}. ${aclHint}` };
  return undefined;
}
