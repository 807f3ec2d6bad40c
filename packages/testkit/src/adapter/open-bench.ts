import { type AdapterDecorator, createItsm, type Itsm, type ItsmAdapter, type ItsmEvent } from '@itsm-bridge/core';
import type { BenchOptions } from './bench-options.ts';
import { createLogBook, type LogBook } from './log-book.ts';

/** Everything that core makes of a config with real transport, and a door to each connected adapter. */
export interface Bench extends AsyncDisposable {
  readonly itsm: Itsm;
  readonly events: readonly ItsmEvent[];
  readonly log: LogBook;
  /** The adapter of an integration as its plugin connected it, before `dry_run` or any other decorator. */
  adapter(integration?: string): ItsmAdapter;
}

/** A config member that only the bench knows: it hands the bare adapter out. */
const tap = 'testkit_tap';

/**
 * Opens core with a config, a memory ledger and a log that is kept, not printed.
 *
 * @throws ItsmError of `createItsm`: what is wrong with the config.
 */
export async function openBench(options: BenchOptions): Promise<Bench> {
  const { config, decorators = {}, ...rest } = options;
  const tapped: ItsmAdapter[] = [];
  const tapping: AdapterDecorator = {
    needsSecrets: true,
    wrap: inner => {
      tapped.push(inner as ItsmAdapter);
      return inner;
    },
  };
  const value = Object.fromEntries(Object.entries(config).map(([name, members]) => [name, withTap(name, members)]));
  const events: ItsmEvent[] = [];
  const log = createLogBook();
  const itsm = await createItsm({
    ...rest,
    config: { value },
    // The first decorator wraps the bare adapter.
    decorators: { [tap]: tapping, ...decorators },
    logger: log.logger,
    sinks: [{ emit: event => events.push(event) }],
  });
  const names = Object.keys(config).filter(name => !name.startsWith('$') && config[name]?.enabled !== false);
  return {
    itsm,
    events,
    log,
    adapter: (integration = names[0] ?? '') => {
      const found = tapped[names.indexOf(integration)];
      if (!found) throw new TypeError(`The bench has no integration "${integration}"; it has ${names.join(', ')}.`);
      return found;
    },
    [Symbol.asyncDispose]: () => itsm.close(),
  };
}

const withTap = (name: string, members: BenchOptions['config'][string]) =>
  name.startsWith('$') ? members : { ...members, [tap]: true };
