import { createItsm } from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { jira } from '@itsm-bridge/plugin-jira';
import { servicenow } from '@itsm-bridge/plugin-servicenow';
import { openLedger } from '@itsm-bridge/postgres';
import { consume } from './consume.ts';
import { stdinQueue } from './stdin-queue.ts';

// SIGTERM: take nothing more, finish what is in flight, close. What an orchestrator kills later is found by the next run.
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
process.once('SIGINT', () => stop.abort());

const itsm = await createItsm({
  config: process.env.ITSM_CONFIG ?? 'config/itsm_config.json',
  plugins: [servicenow, jira],
  decorators: { dry_run: dryRun },
  // The ledger is what remembers: with DATABASE_URL any number of workers share one, without it this process has its own.
  ledger: () => openLedger({ database: process.env.DATABASE_URL, dir: process.env.ITSM_DIR }),
});
try {
  const delivered = await consume(stdinQueue(process.stdin, stop.signal), itsm, stop.signal);
  process.stdout.write(`${delivered} analyses delivered\n`);
} finally {
  await itsm.close();
}
process.stdin.destroy();
