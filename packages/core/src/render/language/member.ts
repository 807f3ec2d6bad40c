/** Marks an object whose members are also found in another letter case. */
export const ignoresCase: unique symbol = Symbol('ignoresCase');

/**
 * The one way from a value to a part of it: own members only, so that nothing that JavaScript hangs on every object
 * (`constructor`, `__proto__`, methods) can be reached. Functions that data carries are not handed out.
 */
export function member(target: unknown, key: unknown): unknown {
  if (typeof key !== 'string' && typeof key !== 'number') return undefined;
  if (typeof target === 'string') return textMember(target, key);
  if (typeof target !== 'object' || target === null) return undefined;
  const name = ownName(target, String(key));
  const value: unknown = name === undefined ? undefined : Reflect.get(target, name);
  return typeof value === 'function' ? undefined : value;
}

/** Follows `name`, `a.b` or a number, as the filters take it for their attribute. */
export function memberAt(target: unknown, path: unknown): unknown {
  if (typeof path !== 'string') return member(target, path);
  return path.split('.').reduce<unknown>((value, key) => member(value, key), target);
}

function textMember(text: string, key: string | number): string | number | undefined {
  return key === 'length' ? text.length : text[Number(key)];
}

function ownName(target: object, key: string): string | undefined {
  if (Object.hasOwn(target, key)) return key;
  if (!Object.hasOwn(target, ignoresCase)) return undefined;
  const lower = key.toLowerCase();
  return Object.keys(target).find(name => name.toLowerCase() === lower);
}
