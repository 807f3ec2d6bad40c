import { type Itsm, problemLine } from '@itsm-bridge/core';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { type ListenAddress, listenAddress } from '../open/listen-address.ts';
import { openItsmOnLedger, openLogger } from '../open/open-itsm.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';
import type { Served } from '../serve/listen-at.ts';

interface WorkerOptions extends LedgerOptions {
  readonly listen?: ListenAddress;
  readonly drain: number;
  readonly sweep: number;
}

const seconds = (text: string): number => {
  const number = Number(text);
  if (Number.isFinite(number) && number >= 0 && number <= 3600) return number;
  throw new InvalidArgumentError('Accepted is a number of seconds from 0 to 3600.');
};

export const workerCommand = (program: Command): Command =>
  withLedger(program.command('worker'))
    .summary('deliver what is queued, until SIGTERM')
    .description(
      'Delivers what is queued, until SIGTERM. Any number of workers may share one PostgreSQL.\nOn SIGTERM it takes nothing more, and what is in flight may finish.',
    )
    .option(
      '--listen <[address:]port>',
      'serve /metrics, /healthz and /readyz there, without sign-in; address: 127.0.0.1 unless given',
      listenAddress,
    )
    .option('--drain <seconds>', 'within how long it ends after SIGTERM', seconds, 25)
    .option('--sweep <seconds>', 'how often to look for deliveries that another process left behind', seconds, 15)
    .addHelpText('after', '\nExample:\n  itsm worker --database postgres://… --listen 9464');

/** Exit status 0 once it has drained. */
export async function worker(options: WorkerOptions, io: Io): Promise<ExitStatus> {
  const logger = openLogger(io);
  const itsm = await openItsmOnLedger(options, io);
  try {
    await using server = options.listen === undefined ? undefined : await serve(itsm, options.listen);
    const lanes = (await itsm.lanes()).map(({ integration }) => integration);
    const where = server ? `; ${server.url}metrics, /healthz, /readyz` : '';
    io.stderr.write(`Working on ${lanes.join(', ') || 'nothing'}. SIGTERM ends it${where}.\n`);
    await itsm.work({
      signal: io.signal,
      drainMs: options.drain * 1000,
      sweepMs: options.sweep * 1000,
      onProblem: problem => logger.log(problemLine(problem)),
    });
  } finally {
    await itsm.close();
  }
  return 0;
}

async function serve(itsm: Itsm, where: ListenAddress): Promise<Served> {
  // A worker that nobody asks does without the server, a tenth of its memory.
  const [{ collectDefaultMetrics }, { healthApp }, { listenAt }] = await Promise.all([
    import('prom-client'),
    import('@itsm-bridge/server'),
    import('../serve/listen-at.ts'),
  ]);
  // Memory, CPU and event loop of the process, under prom-client's usual names.
  collectDefaultMetrics({ register: itsm.metrics });
  // The drain has had its time: a /readyz that a silent ledger keeps waiting gets no more of it.
  return listenAt(healthApp(itsm), where, 0);
}
