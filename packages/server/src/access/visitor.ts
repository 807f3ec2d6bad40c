import type { NodeBindings } from '../node-bindings.ts';

/** A viewer sees, an approver acts. */
export type Role = 'viewer' | 'approver';

/** Who asks, and how that is known. */
export interface Visitor {
  /** For the record: of a token, what the options call it; of a proxy, what its header says. */
  readonly name: string;
  readonly role: Role;
  /** `loopback`: nobody signs in, the visitor is on this machine. */
  readonly how: 'loopback' | 'token' | 'proxy';
}

/** What every handler behind the access finds: `c.get('visitor')`, `c.get('csrf')`. */
export interface AccessEnv {
  Bindings: NodeBindings;
  Variables: {
    readonly visitor: Visitor;
    /** What a form carries in its hidden field `csrf`, or a script in the header `x-csrf-token`. */
    readonly csrf: string;
    /** Nobody acts here, whatever their role elsewhere: see `whyNot`. */
    readonly viewOnly?: boolean;
  };
}
