import type { ChaosKind } from './chaos-kinds.ts';

export interface ChaosOptions {
  /** A whole number. The same seed spoils the same sequence of requests in the same way. */
  readonly seed: number;
  /** How likely a request is spoiled, from 0 to 1. */
  readonly rate: number;
  /** What is drawn from, each as likely as the next; what cannot happen to a request is left out. @default chaosKinds */
  readonly kinds?: readonly ChaosKind[];
  /** A late commit comes after 1 to this many milliseconds. @default 500 */
  readonly lateCommitMs?: number;
  /** A delayed answer comes after 1 to this many milliseconds. @default 500 */
  readonly delayMs?: number;
}
