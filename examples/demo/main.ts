import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createItsm, createLogger, type Delivery } from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { jira } from '@itsm-bridge/plugin-jira';
import { servicenow } from '@itsm-bridge/plugin-servicenow';
import { openLedger } from '@itsm-bridge/postgres';
import { startJira, startServiceNow } from '@itsm-bridge/testkit';
import { demoConfig } from './demo-config.ts';
import { readExamples } from './read-examples.ts';
import { say, sayDeliveries } from './say.ts';

// The main job, from end to end: analyses of real outages, an embedded database, and both platforms simulated over HTTP.
// `--keep` leaves the platforms running, so that the links can be opened.
const keep = process.argv.includes('--keep');
const dir = await mkdtemp(join(tmpdir(), 'itsm-demo-'));
await using incidents = await startServiceNow();
await using issues = await startJira();
const config = demoConfig(
  await readFile(new URL('../config/itsm_config.json', import.meta.url), 'utf8'),
  incidents.url,
  issues.url,
);
const platforms = {
  config: { file: 'examples/config/itsm_config.json', text: config },
  plugins: [servicenow, jira],
  decorators: { dry_run: dryRun },
  env: { SERVICENOW_PASSWORD: 'sandbox', JIRA_API_TOKEN: 'sandbox' },
  logger: createLogger({ stream: process.stderr, readable: true, level: 'warn' }),
};

try {
  const itsm = await createItsm({ ...platforms, ledger: await openLedger({ dir }) });
  const analyses = await readExamples();

  say(`1. ${analyses.length} analyses of public outages, each to ServiceNow and to Jira`);
  const deliveries: Delivery[] = [];
  for (const analysis of analyses) deliveries.push(...(await itsm.createTickets(analysis)));
  sayDeliveries(deliveries);

  const [first] = analyses;
  if (!first) throw new Error('There are no example analyses.');
  say(`2. ${first.job.id} again: the same tickets, none new`);
  sayDeliveries(await itsm.createTickets(first));

  say(`3. Later findings for ${first.job.id}: a work note and a comment`);
  const updates = await itsm.updateTickets(first.job.id, {
    note: 'Backups are now **restored every night** and compared.',
  });
  for (const { ticket, status } of updates) say(`   ${status}  ${ticket.key}`);

  say('4. The metrics, as Prometheus reads them');
  const metrics = await itsm.metrics.metrics();
  say(
    metrics
      .split('\n')
      .filter(line => line.startsWith('itsm_ticket_creation_total'))
      .map(line => `   ${line}`)
      .join('\n'),
  );
  await itsm.close();

  say(`5. A dry run of ${first.job.id}: everything but the sending`);
  const before = incidents.requests.length + issues.requests.length;
  const rehearsal = await createItsm({
    ...platforms,
    switchOn: ['dry_run'],
    logger: createLogger({ stream: process.stderr, readable: true, level: 'error' }),
  });
  for (const { integration, status, payload } of await rehearsal.createTickets(first)) {
    say(`   ${status}  ${integration}  ${JSON.stringify(payload).slice(0, 96)}…`);
  }
  await rehearsal.close();
  say(`   requests sent: ${incidents.requests.length + issues.requests.length - before}`);

  const expected = analyses.length;
  const made = { ServiceNow: incidents.incidents().length, Jira: issues.issues().length };
  say(`\nServiceNow holds ${made.ServiceNow} incidents, Jira ${made.Jira} issues, for ${expected} analyses.`);
  if (made.ServiceNow !== expected || made.Jira !== expected) process.exitCode = 1;
  if (keep) {
    say('The platforms keep running; Ctrl-C ends them.');
    await new Promise(resolve => process.once('SIGINT', resolve));
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}
