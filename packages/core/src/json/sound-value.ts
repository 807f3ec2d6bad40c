/** As deep as a text may be nested, in lists and objects. */
export const deepest = 100;

// A text of JSON, and the colon behind it if it is the name of a member.
const names = /"(?:[^"\\]|\\.)*"([ \t\r\n]*:)?/g;

/**
 * The value of a text that has nothing wrong, as almost all have: read by `JSON.parse`, which knows no places but takes a
 * tenth of the time. Undefined where something is to be said about it; also for what is not nested too deep and has no
 * name twice, and nobody could tell that from here.
 */
export function soundValue(json: string): unknown {
  const value = parsed(json);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  let written = 0;
  for (const [, colon] of json.matchAll(names)) if (colon !== undefined) written++;
  // Of a name that stands twice in one object JSON.parse keeps the second.
  return memberCount(value, deepest) === written ? value : undefined;
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
