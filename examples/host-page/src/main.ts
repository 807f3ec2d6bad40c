import { readFile } from 'node:fs/promises';
import { createItsm } from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { jira } from '@itsm-bridge/plugin-jira';
import { servicenow } from '@itsm-bridge/plugin-servicenow';
import { openLedger } from '@itsm-bridge/postgres';
import { bundle } from './bundle.ts';
import { createPortal } from './portal.ts';

const itsm = await createItsm({
  config: process.env.ITSM_CONFIG ?? 'config/itsm_config.json',
  plugins: [servicenow, jira],
  decorators: { dry_run: dryRun },
  ledger: () => openLedger({ database: process.env.DATABASE_URL, dir: process.env.ITSM_DIR }),
});
const files = process.argv.slice(2);
const read = await Promise.all(files.map(async file => itsm.parseAnalysis(JSON.parse(await readFile(file, 'utf8')))));
const analyses = new Map(read.map(analysis => [analysis.job.id, analysis]));
const port = Number(process.env.PORT ?? 8090);
const portal = createPortal({ itsm, analyses, script: await bundle() }).listen(port, '127.0.0.1');
for (const id of analyses.keys()) process.stdout.write(`http://127.0.0.1:${port}/jobs/${id}\n`);
process.stdout.write('Enter creates the tickets.\n');
process.stdin.once('data', async () => {
  for (const analysis of analyses.values()) await itsm.createTickets(analysis);
});
process.once('SIGINT', async () => {
  portal.closeAllConnections();
  portal.close();
  await itsm.close();
  process.stdin.destroy();
});
