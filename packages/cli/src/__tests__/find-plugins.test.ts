import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openShell } from './shell.ts';

const job = { job: { id: 'abc123', title: 'Checkout times out', severity: 'high' }, analysis: { root_cause: 'x' } };

/** A plugin as a module of its own, without a platform behind it: what `preview` needs of it. */
const moduleOf = (name: string, contract = 'v1') => `
import { z } from '${import.meta.resolve('zod')}';
export const ${name} = {
  contract: '${contract}', name: '${name}', settleWindowMs: 1000, fieldRules: {},
  settings: z.strictObject({}),
  template: { file: 'x.md', format: 'markdown', text: '{{ analysis.root_cause }}' },
  connect: () => ({
    writes: true,
    prepare: ({ title }) => ({ title }),
    describe: payload => ({ method: 'POST', url: 'https://${name}.example/tickets', headers: {}, body: JSON.stringify(payload) }),
  }),
};`;
const manifest = (name: string, more: object = { peerDependencies: { '@itsm-bridge/core': '*' } }) =>
  JSON.stringify({ name, type: 'module', exports: './index.js', ...more });

interface Project {
  readonly files: Readonly<Record<string, string>>;
  readonly config: object;
  /** Where the config stands. */
  readonly at?: string;
}

async function preview({ files, config, at = 'config/itsm_config.json' }: Project) {
  await using shell = await openShell();
  for (const [file, text] of Object.entries({
    ...files,
    [at]: JSON.stringify(config),
    'job.json': JSON.stringify(job),
  })) {
    await mkdir(dirname(join(shell.dir, file)), { recursive: true });
    await writeFile(join(shell.dir, file), text);
  }
  const { status, stdout, stderr } = await shell.itsm(['preview', 'job.json', '--config', at]);
  return { status, printed: (stdout + stderr).replaceAll(shell.dir, '<project>') };
}

describe('a plugin that does not come with the command is found', () => {
  const desk = moduleOf('opsdesk');
  const installed = (name: string) => ({
    [`node_modules/${name}/package.json`]: manifest(name),
    [`node_modules/${name}/index.js`]: desk,
  });

  it.each([
    ['by its key, as itsm-plugin-KEY', installed('itsm-plugin-opsdesk'), { opsdesk: {} }],
    ['by its key, as @itsm-bridge/plugin-KEY', installed('@itsm-bridge/plugin-opsdesk'), { opsdesk: {} }],
    ['by the member "plugin"', installed('itsm-plugin-opsdesk'), { desk_eu: { plugin: 'opsdesk' } }],
    ['by its package', installed('@team/service-desk'), { desk: { plugin: '@team/service-desk' } }],
    [
      'by a path beside the config',
      { 'config/plugins/opsdesk.js': desk },
      { desk: { plugin: './plugins/opsdesk.js' } },
    ],
  ])('%s', async (_how, files, config) => {
    const { status, printed } = await preview({ files, config });
    expect(printed).toContain('https://opsdesk.example/tickets');
    expect(status).toBe(0);
  });

  it('where the command runs, for a config that stands elsewhere', async () => {
    await using elsewhere = await openShell();
    await elsewhere.write('itsm_config.json', { opsdesk: {} });
    await using shell = await openShell();
    for (const [file, text] of Object.entries(installed('itsm-plugin-opsdesk'))) {
      await mkdir(dirname(join(shell.dir, file)), { recursive: true });
      await writeFile(join(shell.dir, file), text);
    }
    await cp(join(elsewhere.dir, 'itsm_config.json'), join(elsewhere.dir, 'copy.json'));
    await shell.write('job.json', job);
    const { stdout } = await shell.itsm(['preview', 'job.json', '--config', join(elsewhere.dir, 'copy.json')]);
    expect(stdout).toContain('https://opsdesk.example/tickets');
  });
});

describe('what cannot be used is one clear error', () => {
  it('a plugin for another contract', async () => {
    const files = { 'config/old.js': moduleOf('olddesk', 'v0') };
    const { status, printed } = await preview({ files, config: { olddesk: { plugin: './old.js' } } });
    expect(status).toBe(2);
    expect(printed).toBe(
      'error: Plugin "olddesk" speaks contract v0; this core speaks v1. Install the plugin\'s release for this core.\n',
    );
  });

  it('a name that is installed nowhere, with what was looked for', async () => {
    const { status, printed } = await preview({ files: {}, config: { opsdesk: {} } });
    expect(status).toBe(2);
    expect(printed).toContain('No plugin "opsdesk"');
    expect(printed).toContain('npm install itsm-plugin-opsdesk');
  });

  it('a typo of a plugin that comes with the command', async () => {
    const { printed } = await preview({ files: {}, config: { servicenwo: {} } });
    expect(printed).toContain('Did you mean "servicenow"?');
  });

  it('a module that exports no plugin', async () => {
    const { status, printed } = await preview({
      files: { 'config/desk.js': 'export const x = 1;' },
      config: { desk: { plugin: './desk.js' } },
    });
    expect(status).toBe(2);
    expect(printed).toContain('which exports no plugin: export what definePlugin returns');
  });

  it('a module that cannot be loaded', async () => {
    const { status, printed } = await preview({
      files: { 'config/desk.js': 'throw new Error("no desk");' },
      config: { desk: { plugin: './desk.js' } },
    });
    expect(status).toBe(2);
    expect(printed).toMatch(/The plugin ".\/desk\.js" \(.*\) cannot be loaded: no desk/);
  });

  it('a package of the same name that has nothing to do with core is never loaded', async () => {
    const name = 'opsdesk';
    const files = {
      [`node_modules/${name}/package.json`]: manifest(name, {}),
      [`node_modules/${name}/index.js`]: 'throw new Error("loaded");',
    };
    const { printed } = await preview({ files, config: { opsdesk: {} } });
    expect(printed).not.toContain('loaded');
    expect(printed).toContain('No plugin "opsdesk"');
  });
});
