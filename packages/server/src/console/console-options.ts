import type { Desk } from '../desk.ts';
import type { ConsoleLook } from './console-look.ts';

export interface ConsoleOptions {
  readonly desk: Desk;
  /** The same that the app around it serves the assets of. */
  readonly look: Pick<ConsoleLook, 'frame'>;
  /** The id of the newest event: what came after a page was made reaches it. */
  newestEvent?(): Promise<bigint>;
  /** Of what went wrong without being anybody's mistake: the page says no more than that it did. @default JSON lines on standard error */
  report?(error: unknown): void;
  /** @default the system's clock */
  now?(): Date;
}
