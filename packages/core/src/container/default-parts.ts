import type { EventSink, SecretProvider } from '../contracts.ts';
import { createFieldMapper } from '../map/create-field-mapper.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { compileText } from '../render/compile-text.ts';
import { createRenderer } from '../render/create-renderer.ts';
import { systemClock } from '../send/system-clock.ts';
import type { ItsmOptions } from './itsm-options.ts';
import type { Parts } from './parts.ts';

export interface OwnParts {
  /** The log and the metrics; those of the host come after them. */
  readonly sinks: readonly EventSink[];
  readonly secretProviders: readonly SecretProvider[];
}

export interface DefaultParts extends Parts {
  /** None of them needs the ledger. */
  sinks(): readonly EventSink[];
}

/** What a team that exchanges nothing gets. */
export const defaultParts = ({ plugins, decorators = {}, sinks = [] }: ItsmOptions, own: OwnParts): DefaultParts => ({
  plugins,
  decorators,
  renderer: createRenderer(),
  mapper: createFieldMapper({ compileText }),
  secretProviders: own.secretProviders,
  clock: systemClock,
  random: Math.random,
  ledger: clock => createMemoryLedger({ clock }),
  sinks: () => [...own.sinks, ...sinks],
});
