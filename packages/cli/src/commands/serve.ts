import { once } from 'node:events';
import { type Itsm, ItsmError, problemLine } from '@itsm-bridge/core';
import { accessProblem, createApp } from '@itsm-bridge/server';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { type ListenAddress, listenAddress } from '../open/listen-address.ts';
import { openItsmOnLedger, openLogger } from '../open/open-itsm.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';
import { userName } from '../open/user-name.ts';
import { listenAt } from '../serve/listen-at.ts';
import { readAccess } from '../serve/read-access.ts';

/** Who has approved something hears what became of it, where a platform answers in this time. */
const graceMs = 10_000;

interface ServeOptions extends LedgerOptions {
  readonly listen: ListenAddress;
  readonly access?: string;
  readonly viewOnly?: boolean;
  readonly work?: boolean;
}

export const serveCommand = (program: Command): Command =>
  withLedger(program.command('serve'))
    .summary('show deliveries on a page, and their events live, until SIGTERM')
    .description(
      'Serves the console, live events (/events), the API (/api, /openapi.json), /metrics, /healthz and /readyz. Without --access it answers this machine alone, and everybody on it may act. On the embedded database, which takes one process, it delivers what is queued as well, unless --view-only is given.',
    )
    .option(
      '--listen <[address:]port>',
      'where to serve; address: 127.0.0.1 unless given; default: 8080',
      listenAddress,
    )
    .option('--access <file>', 'who may see and do what: tokens, the identity header of a proxy, host names')
    .option('--view-only', 'nobody may act; needs no credentials of platforms')
    .option('--work', 'deliver what is queued as well, as "itsm worker" does')
    .addHelpText('after', '\nExample:\n  itsm serve\n  itsm serve --listen 0.0.0.0:8080 --access itsm_access.json');

/** Exit status 0 once it was told to end. */
export async function serve(options: ServeOptions, io: Io): Promise<ExitStatus> {
  const { viewOnly = false, work = false, listen = { host: '127.0.0.1', port: 8080 } } = options;
  if (viewOnly && work) {
    throw new ItsmError('input', '--view-only and --work: give one of them. Whoever delivers needs credentials.');
  }
  const access = await readAccess(options.access, io);
  const advice = 'Name a file with --access that has `tokens`, or `proxy` with its `header`';
  const problem = accessProblem(access, listen.host, advice);
  if (problem !== undefined) throw new ItsmError('config', `--listen: ${problem}`);
  let works = work;
  const itsm = await openItsmOnLedger(options, io, {
    // Only the ledger is read: as in a dry run, no credentials are needed.
    ...(viewOnly ? { switchOn: ['dry_run'] } : {}),
    onEmbedded() {
      works = !viewOnly;
    },
  });
  const ending = new AbortController();
  const { signal } = ending;
  try {
    const { collectDefaultMetrics } = await import('prom-client');
    // Memory, CPU and event loop of the process, under prom-client's usual names.
    collectDefaultMetrics({ register: itsm.metrics });
    const onProblem = telling(io);
    const user = userName(io);
    const named = user === undefined ? {} : { user };
    const app = await createApp({ itsm, access, viewOnly, signal, onProblem, ...named });
    await using server = await listenAt(app, listen, graceMs);
    io.stderr.write(`Serving ${server.url} ${works ? 'and delivering what is queued ' : ''}until SIGTERM.\n`);
    const serving = async () => {
      if (!io.signal.aborted) await once(io.signal, 'abort');
      // Whoever follows events comes back to another process, if there is one.
      ending.abort();
      await server.close();
    };
    // Side by side, so that both have ended within the time of a drain.
    await Promise.all([works ? deliver(itsm, io) : undefined, serving()]);
  } finally {
    await itsm.close();
  }
  return 0;
}

const deliver = (itsm: Itsm, io: Io): Promise<void> => {
  const logger = openLogger(io);
  return itsm.work({ signal: io.signal, onProblem: problem => logger.log(problemLine(problem)) });
};

function telling(io: Io): (error: unknown) => void {
  const logger = openLogger(io);
  return error =>
    logger.log({ ...problemLine({ error }), level: 'error', message: 'A request failed on our own side' });
}
