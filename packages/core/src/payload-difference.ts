/** One member of a payload that is not as it was. */
export interface PayloadDifference {
  /** Members joined by `.`, places in a list in brackets: `fields.labels[0]`. Empty: the whole payload. */
  readonly path: string;
  /** Absent: it was not there. */
  readonly shown?: unknown;
  /** Absent: it is there no more. */
  readonly now?: unknown;
}

/** Which members of a payload differ, in the order of what is there now; what is gone comes last. Only the order of members: none. */
export const payloadDifference = (shown: unknown, now: unknown): readonly PayloadDifference[] =>
  differenceAt('', shown, now);

function differenceAt(path: string, shown: unknown, now: unknown): readonly PayloadDifference[] {
  if (Array.isArray(shown) && Array.isArray(now)) return ofMembers(shown, now, name => `${path}[${name}]`);
  if (isObject(shown) && isObject(now)) return ofMembers(shown, now, name => memberPath(path, name));
  if (JSON.stringify(shown) === JSON.stringify(now)) return [];
  return [{ path, ...(shown === undefined ? {} : { shown }), ...(now === undefined ? {} : { now }) }];
}

function ofMembers(shown: object, now: object, pathOf: (name: string) => string): readonly PayloadDifference[] {
  const names = new Set([...Object.keys(now), ...Object.keys(shown)]);
  return [...names].flatMap(name => differenceAt(pathOf(name), ownOf(shown, name), ownOf(now, name)));
}

const ownOf = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

const memberPath = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
