import type { GivenProblem } from './given-problem.ts';

const marker: unique symbol = Symbol.for('itsm-bridge.error') as never;

/**
 * - `config` `input` `template` `mapping`: what we were given is wrong; nothing was sent.
 * - `auth`: the platform refused the sign-in or the permission (401, 403).
 * - `rejected`: the platform said no to this request (other 4xx); sending it again changes nothing.
 * - `rate-limited` `unavailable`: known not to have been taken; safe to send again.
 * - `outcome-unknown`: a write left us and nobody knows whether the platform took it: look before sending again.
 * - `ledger`: our own database is not there, or is held by another process.
 * - `held`: our own side holds the delivery back: paused, breaker open, hourly limit reached; nothing was sent.
 * - `discarded`: a person decided that nothing more is sent.
 * - `changed`: what would be sent is not what was approved; nothing was sent.
 * - `cancelled`: the caller's signal ended the work before anything was sent.
 */
export type ItsmErrorKind =
  | 'config'
  | 'input'
  | 'template'
  | 'mapping'
  | 'auth'
  | 'rejected'
  | 'rate-limited'
  | 'unavailable'
  | 'outcome-unknown'
  | 'ledger'
  | 'held'
  | 'discarded'
  | 'changed'
  | 'cancelled';

export interface ItsmErrorOptions extends ErrorOptions {
  /** HTTP status of the platform's answer, where there was one. */
  readonly status?: number;
  /** From Retry-After; wins over the backoff curve. */
  readonly retryAfterMs?: number;
  /** Each thing that is wrong with what we were given, with its place; the message has them as text. */
  readonly problems?: readonly GivenProblem[];
}

/** Every failure a caller can meet. Branch on `kind`, never on the message. */
export class ItsmError extends Error {
  override readonly name = 'ItsmError';
  readonly [marker] = true;
  readonly kind: ItsmErrorKind;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  /** Of `config` and `input`, where it is known; else empty. */
  readonly problems: readonly GivenProblem[];

  constructor(kind: ItsmErrorKind, message: string, options: ItsmErrorOptions = {}) {
    super(message, options);
    this.kind = kind;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
    this.problems = options.problems ?? [];
  }

  /** Safe to send again: the platform is known not to have taken it. */
  get retryable(): boolean {
    return this.kind === 'rate-limited' || this.kind === 'unavailable';
  }

  /** Works across two installed copies of core, where `instanceof` does not. */
  static is(error: unknown): error is ItsmError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
