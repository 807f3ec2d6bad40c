import type { Fault, ServiceNowOptions } from '@itsm-bridge/testkit';

/** Something that instances do, and what the plugin makes of it when it delivers one analysis. */
export interface Behaviour {
  readonly what: string;
  /** Where it is known from. */
  readonly source: string;
  readonly options?: ServiceNowOptions;
  /** Of the integration. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** What happens to the first POST, in turn. */
  readonly post?: Fault['effect'];
  readonly lookUp?: Fault['effect'];
  /** The status of the delivery, and after a colon its warnings or the kind of its error. */
  readonly makes: string;
  /** How many incidents the instance has then. */
  readonly incidents: 0 | 1;
}

export const created = { makes: 'created', incidents: 1 } as const;
export const warned = (...codes: readonly string[]) =>
  ({ makes: `created: ${codes.join(', ')}`, incidents: 1 }) as const;
export const failed = (kind: string) => ({ makes: `failed: ${kind}`, incidents: 0 }) as const;
export const defaults = (fields: Readonly<Record<string, string>>) => ({ members: { defaults: fields } });
