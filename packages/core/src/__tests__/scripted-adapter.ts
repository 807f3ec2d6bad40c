import type {
  Call,
  Created,
  FoundChange,
  ItsmAdapter,
  Lookup,
  TicketChange,
  TicketRef,
  TicketState,
  Updated,
} from '../contracts.ts';
import { ticket } from './samples.ts';

/** What one call does: answers, throws where it is an Error, or works it out. */
export type Step<Answer> = Answer | Error | (() => Answer | Promise<Answer>);

export interface Script {
  readonly create?: readonly Step<Created>[];
  readonly find?: readonly Step<Lookup>[];
  readonly update?: readonly Step<Updated>[];
  readonly resolve?: readonly Step<'resolved'>[];
  /** Without it the adapter cannot look for changes. */
  readonly findChange?: readonly Step<FoundChange>[];
  /** Without it the adapter cannot read tickets. */
  readonly read?: readonly Step<TicketState>[];
  /** What belongs to each ticket. Without it nothing does. */
  readonly followUps?: readonly TicketChange[] | (() => readonly TicketChange[]);
  /** Instead of the payload that `prepare` makes. */
  readonly prepareError?: Error;
  readonly writes?: boolean;
}
export interface ScriptedAdapter extends ItsmAdapter {
  /** The network calls in order, by the names of the members. */
  readonly calls: readonly string[];
  /** The `call` of each look-up. */
  readonly lookups: readonly Call[];
  /** What each look-up was told to have been sent. */
  readonly comparedWith: readonly unknown[];
  readonly changes: readonly TicketChange[];
  /** The tickets that were changed, and the keys that they carry. */
  readonly changed: readonly (Pick<TicketRef, 'id'> & Pick<Call, 'key'>)[];
}

type Name = 'create' | 'find' | 'update' | 'resolve' | 'findChange' | 'read';

/** An adapter that plays a script. A call beyond its script is an error, and stands in `calls`. */
export function scriptedAdapter(script: Script): ScriptedAdapter {
  const calls: string[] = [];
  const lookups: Call[] = [];
  const comparedWith: unknown[] = [];
  const changes: TicketChange[] = [];
  const changed: { id: string; key: string }[] = [];

  const play = async <Answer>(name: Name, steps: readonly Step<Answer>[] = []) => {
    const step = steps[calls.filter(call => call === name).length];
    calls.push(name);
    if (step === undefined) throw new Error(`The script has no further ${name}.`);
    if (step instanceof Error) throw step;
    return isWorkedOut(step) ? await step() : step;
  };

  return {
    calls,
    lookups,
    comparedWith,
    changes,
    changed,
    writes: script.writes ?? true,
    ...(script.resolve && {
      resolve: async draft => {
        await play('resolve', script.resolve);
        return { ...draft, fields: { ...draft.fields, group: 'resolved' } };
      },
    }),
    prepare(draft) {
      if (script.prepareError) throw script.prepareError;
      return { title: draft.title, correlation_id: draft.key, ...draft.fields };
    },
    describe: payload => ({
      method: 'POST',
      url: 'https://example.service-now.com/api/now/table/incident',
      headers: { Authorization: 'Basic [secret]' },
      body: JSON.stringify(payload),
    }),
    create: () => play('create', script.create),
    find(call, sent) {
      lookups.push(call);
      comparedWith.push(sent);
      return play('find', script.find);
    },
    update({ id }, change, { key }) {
      changes.push(change);
      changed.push({ id, key });
      return play('update', script.update);
    },
    ...(script.followUps && {
      followUps: () => (typeof script.followUps === 'function' ? script.followUps() : (script.followUps ?? [])),
    }),
    ...(script.findChange && { findChange: () => play('findChange', script.findChange) }),
    ...(script.read && { read: () => play('read', script.read) }),
    async *check() {},
  };
}

const isWorkedOut = <Answer>(step: Answer | (() => Answer | Promise<Answer>)): step is () => Answer | Promise<Answer> =>
  typeof step === 'function';

export const created: Created = { kind: 'created', ticket, warnings: [] };
export const found: Lookup = { kind: 'found', ticket, twins: [] };
/** The look-up saw everything, and there is no such ticket. */
export const absent: Lookup = { kind: 'absent', conclusive: true };
/** Nobody has to look: the platform makes one ticket of a key, however often it comes. */
export const repeatable: Lookup = { kind: 'repeatable' };
/** The look-up saw no such ticket, which proves nothing. */
export const notSeen: Lookup = { kind: 'absent', conclusive: false };
