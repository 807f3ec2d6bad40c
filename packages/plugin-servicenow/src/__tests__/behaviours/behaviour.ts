import type { NewChange } from '@itsm-bridge/core';
import type { Fault, ServiceNowOptions } from '@itsm-bridge/testkit';

/** Something that instances do, and what the plugin makes of it. */
export interface Behaviour {
  /** Goes on from "an instance that". */
  readonly what: string;
  /** Where it is known from: "open" where nobody is known to have measured or documented it, "third-hand" where one is told so. */
  readonly source: string;
  readonly options?: ServiceNowOptions;
  /** What a table beside the own one answers, each time. */
  readonly beside?: Pick<Fault, 'on' | 'effect'>;
  /** Of the integration. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** The status of the delivery, and after a colon its warnings or the kind of its error. */
  readonly makes: string;
  /** What the warnings, or the error, have among their words. */
  readonly says?: RegExp;
  /** What the incident holds in the end, as the instance has it. */
  readonly holds?: Readonly<Record<string, unknown>>;
}

/** When it creates a ticket from an analysis. */
export interface CreateBehaviour extends Behaviour {
  readonly analysis?: { readonly title?: string; readonly root_cause?: string };
  /** What happens to the first POST, */
  readonly post?: Fault['effect'];
  /** or to so many of them, */
  readonly posts?: number;
  /** and to the first look-up. */
  readonly lookUp?: Fault['effect'];
  /** How many incidents the instance has then. */
  readonly incidents: 0 | 1 | 2;
  /** What the first work note is. */
  readonly notes?: unknown;
}

/** When a ticket that is there is changed. */
export interface ChangeBehaviour extends Behaviour {
  /** One change. */
  readonly change: NewChange;
  /** What others did to the record before: fields that they set. */
  readonly others?: Readonly<Record<string, string>> | 'delete';
  /** What happens to the first write of the change. */
  readonly write?: Fault['effect'];
  /** How often the note, or the file, is on the record then. */
  readonly copies?: number;
}

export const created = { makes: 'created', incidents: 1 } as const;
export const warned = (...codes: readonly string[]) =>
  ({ makes: `created: ${codes.join(', ')}`, incidents: 1 }) as const;
export const failed = (kind: string) => ({ makes: `failed: ${kind}`, incidents: 0 }) as const;
export const defaults = (fields: Readonly<Record<string, string>>) => ({ members: { defaults: fields } });

type Right = 'read' | 'write';

/** Field ACLs that deny columns of an incident. */
export const denied = (right: Right, ...columns: readonly string[]): { readonly options: ServiceNowOptions } => ({
  options: { acl: { deniedFields: Object.fromEntries(columns.map(name => [`incident.${name}`, [right]])) } },
});
