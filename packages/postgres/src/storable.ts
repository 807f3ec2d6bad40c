/**
 * The value without what PostgreSQL cannot hold: U+0000 is removed, half of a surrogate pair (a text cut inside an emoji)
 * becomes U+FFFD. Dates, bigints and everything else that is neither text, list nor plain object stay as they are, and so
 * does a value that holds none of it.
 */
export function storable<Value>(value: Value): Value;
export function storable(value: unknown): unknown {
  return isStorable(value) ? value : mended(value);
}

/** Nearly every value is: that is found out without a copy. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (Array.isArray(value)) return value.every(isStorable);
  if (!isPlainObject(value)) return true;
  for (const name in value) if (!isStorable(name) || !isStorable(value[name])) return false;
  return true;
}

function mended(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed();
  if (Array.isArray(value)) return value.map(mended);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [mended(name), mended(member)]));
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
