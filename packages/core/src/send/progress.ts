import type {
  Clock,
  DeliveryPolicy,
  Doubt,
  Failure,
  ItsmAdapter,
  Looked,
  Outcome,
  SentPayload,
  TicketDraft,
  Warning,
} from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import type { Sent } from './create-once.ts';
import type { HeldLease } from './hold-lease.ts';

/** What is known of one ticket between two turns. */
export interface Progress {
  readonly sends: number;
  readonly draft: TicketDraft;
  /** The names in the draft have become the platform's ids. */
  readonly resolved: boolean;
  readonly doubt?: Doubt;
  readonly error: Failure;
  /** Asked for by the platform in the turn before; each wait is served once. */
  readonly retryAfterMs?: number;
}
/** What a turn did, for the story of the delivery. */
export interface TurnFacts {
  /** Undefined: this turn sent nothing. */
  readonly sent?: SentPayload | undefined;
  /** Undefined: nobody looked, or the look-up failed. */
  readonly looked?: Looked | undefined;
}
/** What would have been sent, and was not: it is not what was approved. */
export interface Changed {
  readonly payload: unknown;
  readonly warnings: readonly Warning[];
}
export type Ended = TurnFacts & {
  readonly kind: 'end';
  readonly outcome: Outcome;
  readonly sends: number;
  readonly changed?: Changed;
  readonly recurred?: boolean;
};
export type Again = TurnFacts & { readonly kind: 'again'; readonly progress: Progress };
export type Turn =
  | Ended
  | Again
  /** Another process took over: nothing more may be sent. */
  | { readonly kind: 'superseded' };

/** What somebody has seen and let go. */
export interface Approved {
  /** Undefined: it is kept no more. */
  readonly payload: unknown;
  /** Of the dry run, whose trace may stand in the payload. */
  readonly traceParent?: string;
}

export interface TurnDeps {
  readonly adapter: ItsmAdapter;
  readonly policy: DeliveryPolicy;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly lease: HeldLease;
  /** Nothing but this is sent. @default whatever is made of the draft */
  readonly approved?: Approved;
  /** No turn follows this one. */
  readonly last: boolean;
  /** Done before the first send, once no doubt is left; undefined: the ticket is to be created. @default never asked */
  readonly instead?: () => Promise<Sent | undefined> | undefined;
}

/** The platform's own wait, for the progress that an error leaves behind. */
export const waitOf = (error: unknown) =>
  ItsmError.is(error) && error.retryAfterMs !== undefined ? { retryAfterMs: error.retryAfterMs } : {};
