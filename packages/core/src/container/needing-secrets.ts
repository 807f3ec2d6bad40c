import type { AdapterDecorator } from '../contracts.ts';

type Decorators = Readonly<Record<string, AdapterDecorator>>;

/** The same decorators, of which none saves a secret: for an integration that is to send after all. */
export const needingSecrets = (decorators: Decorators): Decorators =>
  Object.fromEntries(
    Object.entries(decorators).map(([member, decorator]) => [
      member,
      { needsSecrets: true, wrap: inner => decorator.wrap(inner) } satisfies AdapterDecorator,
    ]),
  );
