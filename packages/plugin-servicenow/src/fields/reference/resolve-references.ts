import { type Call, type Clock, type Fields, ItsmError, type Json, keepEach, type Warning } from '@itsm-bridge/core';
import type { Connection } from '../../instance/connection.ts';
import { isDenied } from '../../instance/is-denied.ts';
import { doesWithout } from '../does-without.ts';
import { droppedReferences } from './dropped-references.ts';
import { type Found, lookUpSysId } from './look-up-sys-id.ts';
import type { Reference, References } from './reference-settings.ts';

export interface Resolved {
  readonly fields: Fields;
  readonly warnings: readonly Warning[];
}
export interface ResolveReferences {
  (fields: Fields, call: Pick<Call, 'signal' | 'last'>): Promise<Resolved>;
  /**
   * What came back of a write: a sys_id that the instance did not keep may be that of a group which was made anew, and its
   * name is looked up again for the next ticket.
   */
  cameBack(sent: Fields, warnings: readonly Warning[]): void;
}

/** A group that is renamed or made anew is noticed within that. */
const freshMs = 600_000;

interface Named extends Pick<Reference, 'table' | 'by'> {
  readonly name: string;
}

/** The reference fields that hold a name: the API takes a sys_id there and drops all else without a word. */
export const namesIn = (fields: Fields, references: References): readonly string[] =>
  [...references.keys()].filter(field => isName(fields[field]));

/**
 * Names to sys_ids. One that no record has, that several have, or that this user may not look up, gives way to the
 * fallback or stays out of the payload, with a warning: a ticket without its group beats no ticket. Where the config says
 * that it must not be missing, it fails the delivery before anything is sent. A look-up that failed is made again first,
 * as long as there are retries.
 *
 * @throws ItsmError kind `mapping`, or that of a look-up which failed.
 */
export function resolveReferences(connection: Connection, references: References, clock: Clock): ResolveReferences {
  const lookUpOnce = keepEach(({ name, ...where }: Named, signal) => lookUpSysId(connection, where, name, signal), {
    clock,
    freshMs,
    keeps: found => found.kind === 'found',
  });

  const dropped = new Set<string>();

  const lookUp = async (
    { table, by }: Reference,
    name: string,
    call: Pick<Call, 'signal' | 'last'>,
  ): Promise<Found> => {
    if (!isName(name)) return { kind: 'found', sysId: name };
    try {
      const found = await lookUpOnce({ table, by, name }, call.signal);
      // One that is dropped for another reason, as by an ACL, costs a read in some seconds, not one for each ticket.
      if (found.kind === 'none' || !dropped.delete(found.sysId)) return found;
      return await lookUpOnce.anew({ table, by, name }, call.signal);
    } catch (error) {
      if (!doesWithout(error, call)) throw error;
      const why = `${JSON.stringify(name)} cannot be looked up in ${table} (${error.message})`;
      return { kind: 'none', why, ...(isDenied(error) ? {} : { failed: error }) };
    }
  };

  const resolve = async (given: Fields, call: Pick<Call, 'signal' | 'last'>): Promise<Resolved> => {
    const fields: Record<string, Json> = { ...given };
    const warnings: Warning[] = [];
    for (const [field, reference] of references) {
      const name = given[field];
      if (!isName(name)) continue;
      const found = await lookUp(reference, String(name), call);
      if (found.kind === 'found') {
        fields[field] = found.sysId;
        if (found.maybeInactive) warnings.push(activeUnknown(field, reference, name));
        continue;
      }
      const { fallback, missing } = reference;
      const standIn = fallback === undefined ? undefined : await lookUp(reference, fallback, call);
      const why = standIn?.kind === 'none' ? `${found.why}, and ${standIn.why}` : found.why;
      if (standIn?.kind === 'found') fields[field] = standIn.sysId;
      else if (missing === 'fail')
        throw found.failed ?? new ItsmError('mapping', `${field}: ${why}; references.${field}.missing is fail.`);
      else delete fields[field];
      const then = standIn?.kind === 'found' ? `the fallback ${JSON.stringify(fallback)} is used` : 'it is left out';
      const code = found.failed ? 'not-looked-up' : 'unresolved-reference';
      warnings.push({ code, message: `${field}: ${why}; ${then}.`, field });
    }
    return { fields, warnings };
  };
  return Object.assign(resolve, {
    cameBack(sent: Fields, warnings: readonly Warning[]): void {
      for (const sysId of droppedReferences(sent, warnings, references)) dropped.add(sysId);
    },
  });
}

const activeUnknown = (field: string, { table }: Pick<Reference, 'table'>, name: Json | undefined): Warning => ({
  code: 'active-unknown',
  message: `${field}: ${JSON.stringify(name)} is set, and may have left: this user may not read active of ${table}.`,
  field,
});

const isName = (value: Json | undefined): boolean =>
  typeof value === 'string' && value !== '' && !/^[0-9a-f]{32}$/.test(value);
