import type { Clock, Itsm } from '@itsm-bridge/core';
import type { AccessOptions } from './access/access-options.ts';

export interface AppOptions {
  readonly itsm: Itsm;
  /** @default this machine alone, and everybody on it may act */
  readonly access?: AccessOptions;
  /** Nobody acts, whatever their role: for a screen on a wall, and for a server without credentials. @default false */
  readonly viewOnly?: boolean;
  /** Below which path of a host's server all is, without a slash at its end: `/itsm`. @default '' */
  readonly base?: string;
  /** What those are called who need not sign in. @default the user that the process runs as */
  readonly user?: string;
  /** Ends every stream of events in good order. @default they end with the server */
  readonly signal?: AbortSignal;
  /** At one time. @default 5_000 */
  readonly maxClients?: number;
  /** Told of faults of ours, of which a visitor is told no more than that there was one. @default JSON lines on standard error */
  readonly onProblem?: (error: unknown) => void;
  /** @default the system's */
  readonly clock?: Pick<Clock, 'now' | 'sleep'>;
}
