import { z } from 'zod';
import type { AdapterDecorator } from '../../contracts.ts';
import type { Problem } from '../problems/problem.ts';
import { described } from './described.ts';

type Decorators = Readonly<Record<string, AdapterDecorator>>;

/** `dry_run` is a member whether or not somebody registered it: it must never be taken for nothing. */
export const decoratorNames = (decorators: Decorators): readonly string[] => [
  ...new Set([...Object.keys(decorators), 'dry_run']),
];

export const decoratorMembers = (decorators: Decorators) =>
  z.strictObject(
    Object.fromEntries(
      decoratorNames(decorators).map(name => [
        name,
        described(z.boolean().default(false), descriptions[name] ?? 'true: each delivery passes the decorator'),
      ]),
    ),
  );

const descriptions: Readonly<Record<string, string>> = {
  dry_run: 'true: everything but the sending, without credentials',
};

/** A decorator that the config switches on and nobody registered. */
export function unregistered(
  chosen: readonly string[],
  decorators: Decorators,
  integration: string,
): readonly Problem[] {
  return chosen
    .filter(name => !Object.hasOwn(decorators, name))
    .map(name => ({
      path: [integration, name],
      text: `is on, but no decorator "${name}" is registered, so that tickets would be sent; register one (decorators: { ${name}: … })`,
    }));
}
