import type { AdapterDecorator, ItsmPlugin } from '@itsm-bridge/core';

/** A plugin with one mistake that people make, and the test that is to find it. */
export interface BrokenPlugin {
  readonly mistake: string;
  readonly plugin: ItsmPlugin;
  /** Instead of that of @itsm-bridge/plugin-dryrun. */
  readonly dryRun?: AdapterDecorator;
  readonly test: string;
  readonly teaches: RegExp;
}
