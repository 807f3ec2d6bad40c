import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { analysisOf } from '../drive/analysis-of.ts';
import type { Site } from '../site.ts';
import type { OtherPath } from '../world.ts';
import { fromStore } from './from-store.ts';
import { writeCommandConfig } from './write-command-config.ts';

/** A plugin that ends the process, with all that a plugin has in its hands: Node prints an error with its members. */
const crashing = (webhook: string) => `
import { webhook } from ${JSON.stringify(webhook)};
export const crashing = {
  ...webhook,
  name: 'crashing',
  connect(settings, deps) {
    let http;
    const inner = webhook.connect(settings, { ...deps, createHttp: config => (http = deps.createHttp(config)) });
    return {
      ...inner,
      async create(payload, call) {
        const outcome = await inner.create(payload, call).catch(error => error);
        const crash = () => Object.assign(new Error('The plugin has crashed'), { settings, deps, http, outcome, payload });
        process.emitWarning(crash());
        if (process.env.CRASH === 'rejection') Promise.reject(crash());
        else setTimeout(() => { throw crash(); });
        return new Promise(() => {});
      },
    };
  },
};
`;

const itsm = fileURLToPath(import.meta.resolve('@itsm-bridge/cli')).replace(/index\.(ts|js)$/, 'main.$1');

/** A host of its own, which loads a third of what the command does. */
const host = (core: string) => `
import { createItsm, createMemoryLedger, systemClock } from ${JSON.stringify(core)};
import { readFile } from 'node:fs/promises';
import { crashing } from './crashing.mjs';
const [, , config, file] = process.argv;
const ledger = createMemoryLedger({ clock: systemClock });
const itsm = await createItsm({ config, plugins: [crashing], ledger });
await itsm.createTickets(JSON.parse(await readFile(file, 'utf8')));
`;

export const crash: OtherPath = {
  name: 'a process that a plugin ends: an exception and a rejection that nobody catches',
  async go({ sites, house, size }, see) {
    const site = sites.all.find(each => each.signIn.plugin === 'webhook' && !fromStore(each));
    if (!site) return;
    const plugin = join(sites.folder, 'crashing.mjs');
    await writeFile(plugin, crashing(import.meta.resolve('@itsm-bridge/plugin-webhook')));
    const program = join(sites.folder, 'host.mjs');
    await writeFile(program, host(import.meta.resolve('@itsm-bridge/core')));
    const file = join(sites.folder, 'crash.json');
    const byHost = [program, await writeCommandConfig(site, { name: 'crashes', plugin: 'crashing' }), file];
    const kinds = [
      { kind: 'exception', args: byHost },
      ...(size === 'large' ? await byCommand(site, plugin, file) : []),
    ];
    for (const { kind, args: named } of kinds) {
      await writeFile(file, JSON.stringify(analysisOf(`crash-${kind}`)));
      const args = ['--conditions=source', ...named];
      const env = { ...process.env, ...site.env, DATABASE_URL: house.url, CRASH: kind };
      const child = spawn(process.execPath, args, { cwd: sites.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
      const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
      if (!err.includes('The plugin has crashed'))
        throw new Error(`The process did not crash as it should:\n${out}\n${err}`);
      see('crash output', `${out}\n${err}`);
    }
  },
};

async function byCommand(site: Site, plugin: string, file: string) {
  const args = [itsm, 'create', file, '--config', await writeCommandConfig(site, { name: 'crashes_too', plugin })];
  return ['exception', 'rejection'].map(kind => ({ kind, args }));
}
