import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { analysisOf } from '../drive/analysis-of.ts';
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

export const crash: OtherPath = {
  name: 'a process that a plugin ends: an exception and a rejection that nobody catches',
  async go({ sites, house, size }, see) {
    const site = sites.all.find(each => each.signIn.plugin === 'webhook' && !fromStore(each));
    if (!site) return;
    const plugin = join(sites.folder, 'crashing.mjs');
    await writeFile(plugin, crashing(import.meta.resolve('@itsm-bridge/plugin-webhook')));
    const config = await writeCommandConfig(site, { plugin });
    const file = join(sites.folder, 'crash.json');
    for (const kind of size === 'large' ? ['exception', 'rejection'] : ['exception']) {
      await writeFile(file, JSON.stringify(analysisOf(`crash-${kind}`)));
      const args = ['--conditions=source', itsm, 'create', file, '--config', config];
      const env = { ...process.env, ...site.env, DATABASE_URL: house.url, CRASH: kind };
      const child = spawn(process.execPath, args, { cwd: sites.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
      const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
      if (!err.includes('The plugin has crashed')) throw new Error(`The process did not crash as it should:\n${err}`);
      see('crash output', `${out}\n${err}`);
    }
  },
};
