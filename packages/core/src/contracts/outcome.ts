import type { ItsmErrorKind } from '../itsm-error.ts';
import type { Created } from './adapter-answers.ts';
import type { Doubt } from './call.ts';
import type { Warning } from './json.ts';
import type { TicketRef } from './ticket.ts';

export type LiveOutcome =
  | { readonly kind: 'created'; readonly ticket: TicketRef; readonly warnings: readonly Warning[] }
  | {
      readonly kind: 'found';
      readonly ticket: TicketRef;
      readonly twins: readonly TicketRef[];
      readonly warnings: readonly Warning[];
    }
  | {
      readonly kind: 'failed' | 'needs-review';
      readonly error: Failure;
      /** A send may have left a ticket, and a person decides or has decided: whoever sends again looks first. */
      readonly doubt?: Doubt;
      readonly warnings: readonly Warning[];
    }
  | {
      readonly kind: 'unknown';
      readonly error: Failure;
      readonly doubt: Doubt;
      /** When a worker looks again; whoever asks with the analysis may look at once. */
      readonly notBefore: Date;
      readonly warnings: readonly Warning[];
    }
  /** Not sent yet; not to be sent before `notBefore`. */
  | {
      readonly kind: 'pending';
      readonly error: Failure;
      readonly notBefore: Date;
      readonly warnings: readonly Warning[];
    };

export type Outcome = LiveOutcome | Extract<Created, { kind: 'dry-run' }>;

export interface Failure {
  readonly kind: ItsmErrorKind;
  readonly message: string;
  readonly status?: number;
}
