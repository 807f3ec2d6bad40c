import type { Desk } from '../desk.ts';

export interface ConsoleOptions {
  readonly desk: Desk;
  /** Where it is mounted, without a slash at the end. @default '' */
  readonly base?: string;
  /** Shown beside the name, so that nobody takes staging for production. */
  readonly environment?: string;
  /** The id of the newest event: what came after a page was made reaches it. */
  newestEvent?(): Promise<bigint>;
  /** Of what went wrong without being anybody's mistake: the page says no more than that it did. @default JSON lines on standard error */
  report?(error: unknown): void;
  /** @default the system's clock */
  now?(): Date;
}
