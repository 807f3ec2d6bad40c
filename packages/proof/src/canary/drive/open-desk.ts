import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createItsm,
  createLogger,
  createMemoryLedger,
  type Itsm,
  type ItsmEvent,
  type ItsmOptions,
  type Ledger,
  systemClock,
} from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import type { Site } from '../site.ts';

export interface DeskOptions {
  /** For eyes, or as JSON. */
  readonly readable: boolean;
  /** @default one in memory */
  readonly ledger?: Ledger;
  readonly members?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly more?: Partial<ItsmOptions>;
}

/** A host's view of one integration. */
export interface Desk {
  readonly itsm: Itsm;
  readonly events: readonly ItsmEvent[];
  /** What was logged so far. */
  log(): string;
}

/** @throws ItsmError of `createItsm` */
export async function openDesk(site: Site, { readable, ledger, members, settings, more }: DeskOptions): Promise<Desk> {
  const { signIn, config, folder, plugin, env, providers } = site;
  const stream = new PassThrough();
  const lines: string[] = [];
  stream.on('data', chunk => lines.push(String(chunk)));
  const events: ItsmEvent[] = [];
  const itsm = await createItsm({
    config: {
      file: join(folder, 'itsm_config.json'),
      value: { $settings: { environment: 'canary', ...settings }, [signIn.plugin]: { ...config, ...members } },
    },
    plugins: [plugin],
    decorators: { dry_run: dryRun },
    env,
    secretProviders: providers,
    ledger: ledger ?? createMemoryLedger({ clock: systemClock }),
    logger: createLogger({ stream, readable }),
    sinks: [{ emit: event => events.push(event) }],
    ...more,
  });
  return { itsm, events, log: () => lines.join('') };
}
