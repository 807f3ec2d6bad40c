import { SafeText } from '../language/nunjucks-internals.ts';

/** Text that was marked as safe for HTML, as the plain text it is; any other value as it came. */
export function plain(value: unknown): unknown {
  return value instanceof SafeText ? value.val : value;
}
