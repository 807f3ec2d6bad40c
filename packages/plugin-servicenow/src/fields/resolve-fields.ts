import type { Clock, Fields } from '@itsm-bridge/core';
import type { Connection } from '../instance/connection.ts';
import { chooseValues, maybeLabels } from './choice/choose-values.ts';
import { keepLists } from './choice/keep-lists.ts';
import { readLists } from './choice/read-lists.ts';
import type { References } from './reference/reference-settings.ts';
import { namesIn, type ResolveReferences, resolveReferences } from './reference/resolve-references.ts';

/** The lists are read for all deliveries: one that gives up must not end it for the others. */
const never: AbortSignal = new AbortController().signal;

/** The fields that may come out as something else once the instance was asked. */
export const unresolved = (fields: Fields, references: References): readonly string[] => [
  ...new Set([...namesIn(fields, references), ...maybeLabels(fields)]),
];

/** What people write, as the instance takes it: names of records become sys_ids, labels of choices become values. */
export function resolveFields(connection: Connection, references: References, clock: Clock): ResolveReferences {
  const toSysIds = resolveReferences(connection, references, clock);
  const lists = keepLists(() => readLists(connection, never), clock);
  return async (given, signal) => {
    const named = await toSysIds(given, signal);
    const open = maybeLabels(named.fields).filter(name => !references.has(name));
    if (open.length === 0) return named;
    const { fields, warnings } = chooseValues(named.fields, await lists(signal));
    return { fields, warnings: [...named.warnings, ...warnings] };
  };
}
