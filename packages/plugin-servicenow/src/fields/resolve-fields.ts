import type { Clock, Fields } from '@itsm-bridge/core';
import type { Connection } from '../instance/connection.ts';
import { chooseValues, maybeLabels } from './choice/choose-values.ts';
import type { KeptSchema } from './keep-schema.ts';
import type { References } from './reference/reference-settings.ts';
import { namesIn, type ResolveReferences, resolveReferences } from './reference/resolve-references.ts';

/** The fields that may come out as something else once the instance was asked. */
export const unresolved = (fields: Fields, references: References): readonly string[] => [
  ...new Set([...namesIn(fields, references), ...maybeLabels(fields)]),
];

export interface ResolveDeps {
  readonly schema: KeptSchema;
  readonly clock: Clock;
}

/** What people write, as the instance takes it: names of records become sys_ids, labels of choices become values. */
export function resolveFields(
  connection: Connection,
  references: References,
  { schema, clock }: ResolveDeps,
): ResolveReferences {
  const toSysIds = resolveReferences(connection, references, clock);
  return async (given, signal) => {
    const named = await toSysIds(given, signal);
    const open = maybeLabels(named.fields).filter(name => !references.has(name));
    if (open.length === 0) return named;
    const lists = await schema.lists.get(signal);
    // Where this user may not read them, what is sent stands as it is.
    if (lists.kind === 'denied') return named;
    const { fields, warnings } = chooseValues(named.fields, lists.value);
    return { fields, warnings: [...named.warnings, ...warnings] };
  };
}
