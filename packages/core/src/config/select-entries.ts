import { ItsmError } from '../itsm-error.ts';

export interface Selection {
  /** Names of integrations. @default all */
  readonly only?: readonly string[];
  /** Members that count as true in every selected integration: `['dry_run']`. */
  readonly switchOn?: readonly string[];
}
type Entries = Readonly<Record<string, unknown>>;

/**
 * The entries of a config that a call is about, with what it switches on. The others are not looked at.
 *
 * @throws ItsmError kind `input`: a name that the config does not have.
 */
export function selectEntries(entries: Entries, { only, switchOn = [] }: Selection, label: string): Entries {
  const unknown = only?.find(name => !Object.hasOwn(entries, name));
  if (unknown !== undefined) {
    const names = Object.keys(entries).filter(name => !name.startsWith('$'));
    throw new ItsmError('input', `No integration "${unknown}" in ${label}; it has ${names.join(', ') || 'none'}.`);
  }
  const switched = Object.fromEntries(switchOn.map(member => [member, true]));
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([name]) => only === undefined || only.includes(name))
      .map(([name, value]) => [name, isObject(value) ? { ...value, ...switched } : value]),
  );
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
