import type { Call, Clock, Fields, ItsmError, Warning } from '@itsm-bridge/core';
import type { Connection } from '../instance/connection.ts';
import { chooseValues, type DependsOn, maybeLabels } from './choice/choose-values.ts';
import { doesWithout } from './does-without.ts';
import type { KeptSchema, Lists } from './keep-schema.ts';
import type { References } from './reference/reference-settings.ts';
import { namesIn, type Resolved, type ResolveReferences, resolveReferences } from './reference/resolve-references.ts';

/** The fields that may come out as something else once the instance was asked. */
export const unresolved = (fields: Fields, references: References): readonly string[] => [
  ...new Set([...namesIn(fields, references), ...maybeLabels(fields)]),
];

export interface ResolveDeps {
  readonly schema: KeptSchema;
  readonly clock: Clock;
}

/** Lists that just failed are not asked for by each ticket that follows. */
const failedMs = 60_000;

/**
 * What people write, as the instance takes it: names of records become sys_ids, labels of choices become values. Where the
 * choices cannot be told, what is written is sent.
 */
export function resolveFields(
  connection: Connection,
  references: References,
  { schema, clock }: ResolveDeps,
): ResolveReferences {
  const toSysIds = resolveReferences(connection, references, clock);
  let failed: { readonly error: ItsmError; readonly until: number } | undefined;

  const listsOrWhy = async (call: Pick<Call, 'signal' | 'last'>): Promise<Lists | Warning['message'] | undefined> => {
    const now = clock.now().getTime();
    if (failed && now < failed.until) return failed.error.message;
    try {
      const lists = await schema.lists.get(call.signal);
      return lists.kind === 'told' ? lists.value : undefined;
    } catch (error) {
      if (!doesWithout(error, call)) throw error;
      failed = { error, until: now + failedMs };
      return error.message;
    }
  };

  /** Read with the lists, and kept as they are. */
  const dependsOn = async ({ signal }: Pick<Call, 'signal'>): Promise<DependsOn> => {
    const dictionary = await schema.dictionary.get(signal);
    return field => (dictionary.kind === 'told' ? dictionary.value.columns.get(field)?.dependsOn : undefined);
  };

  const resolve = async (given: Fields, call: Pick<Call, 'signal' | 'last'>): Promise<Resolved> => {
    const named = await toSysIds(given, call);
    const open = maybeLabels(named.fields).filter(name => !references.has(name));
    if (open.length === 0) return named;
    const lists = await listsOrWhy(call);
    // Users who may not read them write values: that is no news.
    if (lists === undefined) return named;
    if (typeof lists === 'string') return { ...named, warnings: [...named.warnings, notLookedUp(open, lists)] };
    const { fields, warnings } = chooseValues(named.fields, lists, await dependsOn(call));
    return { fields, warnings: [...named.warnings, ...warnings] };
  };
  return Object.assign(resolve, { cameBack: toSysIds.cameBack });
}

const notLookedUp = (fields: readonly string[], why: string): Warning => ({
  code: 'not-looked-up',
  message: `${fields.join(', ')}: sent as written, since the choices of the table cannot be looked up (${why}).`,
});
