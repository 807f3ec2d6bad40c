import type { AdapterDecorator } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { decoratorNames } from './members/decorator-members.ts';
import { nearest } from './problems/nearest.ts';
import { unknownDecorator } from './problems/unknown-decorator.ts';

export interface Selection {
  /** Names of integrations. @default all */
  readonly only?: readonly string[];
  /** Decorators that are on in every selected integration, whatever it says itself: `['dry_run']`. */
  readonly switchOn?: readonly string[];
}

interface Deps extends Selection {
  readonly decorators: Readonly<Record<string, AdapterDecorator>>;
}

type Entries = Readonly<Record<string, unknown>>;

/**
 * The entries of a config that a call is about, with what it switches on. The others are not looked at.
 *
 * @throws ItsmError kind `input`: a name that the config does not have; kind `config`: a decorator that is not registered
 * (`dry_run` is left to the integrations, which say what would happen without it).
 */
export function selectEntries(entries: Entries, { only, switchOn = [], decorators }: Deps, label: string): Entries {
  const names = decoratorNames(decorators);
  const unregistered = switchOn.find(name => !names.includes(name));
  if (unregistered !== undefined) throw new ItsmError('config', unknownDecorator(unregistered, names));
  const unknown = only?.find(name => !Object.hasOwn(entries, name) || name.startsWith('$'));
  if (unknown !== undefined) {
    const has = Object.keys(entries).filter(name => !name.startsWith('$'));
    const near = nearest(unknown, has);
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    throw new ItsmError('input', `No integration "${unknown}" in ${label}; it has ${has.join(', ') || 'none'}.${hint}`);
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
