import { namesIn } from './names-in.ts';

/** As deep as a text may be nested, in lists and objects. */
export const deepest = 100;

/**
 * The value of a text that has nothing wrong, as almost all have: read by `JSON.parse`, which knows no places but takes a
 * tenth of the time. Undefined where `readJson` has to look: it is no JSON, nested too deep, or has a name twice; for `null`
 * as well.
 */
export function soundValue(json: string): unknown {
  const value = parsed(json);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  // Of a name that stands twice in one object JSON.parse keeps the second.
  return memberCount(value, deepest) === namesIn(json) ? value : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Of all objects in it; NaN where it goes deeper. */
function memberCount(value: unknown, levels: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) return Number.NaN;
  const inner: readonly unknown[] = Object.values(value);
  const count = Array.isArray(value) ? 0 : inner.length;
  return inner.reduce((sum: number, member) => sum + memberCount(member, levels - 1), count);
}
