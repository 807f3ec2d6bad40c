import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pnpm } from './pnpm.ts';
import { publishedPackages } from './published-packages.ts';

// What a user does, on the Node that runs this file: install the packages into an empty project, and use them.
const root = new URL('..', import.meta.url).pathname;
const dir = mkdtempSync(join(tmpdir(), 'itsm-try-'));
const run = (command: string, args: readonly string[]) =>
  execFileSync(command, args, { cwd: dir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

const analysis = { job: { id: 'try-1', title: 'A trial', severity: 'low' }, analysis: { root_cause: 'Curiosity.' } };
const config = {
  jira: {
    dry_run: true,
    endpoint: 'https://company.atlassian.net',
    email: 'integration@company.com',
    api_token: '${JIRA_API_TOKEN}',
    project_key: 'OPS',
  },
};

try {
  const pack = join(dir, 'packed');
  for (const folder of publishedPackages(root)) {
    pnpm(['pack', '--pack-destination', pack], join(root, 'packages', folder));
  }
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: 'trial', private: true, type: 'module' }));
  writeFileSync(join(dir, 'itsm_config.json'), JSON.stringify(config));
  writeFileSync(join(dir, 'analysis.json'), JSON.stringify(analysis));
  run('npm', ['install', '--no-audit', '--no-fund', ...readdirSync(pack).map(name => join(pack, name))]);
  const printed = run('npx', ['itsm', 'create', 'analysis.json', '--config', 'itsm_config.json', '--json']);
  const delivery = JSON.parse(printed) as { status?: string };
  if (delivery.status !== 'dry_run') throw new Error(`Expected a dry run, got ${printed}`);
  process.stdout.write(`The packages install and run on Node ${process.version}.\n`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
