import type { ItsmOptions } from '@itsm-bridge/core';

export interface BenchOptions
  extends Pick<ItsmOptions, 'plugins' | 'decorators' | 'env' | 'ledger' | 'modules' | 'registry'> {
  /** The config as it would be parsed from its file: integrations by name, `$settings` too. */
  readonly config: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
