import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commonJs, esModule, inProject, installed, manifest } from './plugin-project.ts';
import { openShell } from './shell.ts';

const desk = esModule('opsdesk');
const cjs = { type: 'commonjs', exports: undefined, main: 'index.js' };

describe('a plugin that does not come with the command is found', () => {
  it.each([
    ['by its key, as itsm-plugin-KEY', installed('itsm-plugin-opsdesk', desk), 'opsdesk'],
    ['by its key, as @itsm-bridge/plugin-KEY', installed('@itsm-bridge/plugin-opsdesk', desk), 'opsdesk'],
    ['by its package', installed('@team/service-desk', desk), '@team/service-desk'],
    [
      'by a path in its package',
      installed('@team/desks', desk, { exports: { './eu': './index.js' } }),
      '@team/desks/eu',
    ],
    ['by a path beside the config', { 'config/plugins/opsdesk.js': desk }, './plugins/opsdesk.js'],
    ['by a path with a space', { 'config/my desk.mjs': desk }, './my desk.mjs'],
    ['in TypeScript', { 'config/opsdesk.ts': desk }, './opsdesk.ts'],
    [
      'in a folder with an index.js',
      { 'plugin/index.js': desk, 'plugin/package.json': '{"type":"module"}' },
      '../plugin',
    ],
    ['in the folder of a package', { 'plugin/index.js': desk, 'plugin/package.json': manifest('x') }, '../plugin/'],
    ['among several of a package', installed('desks', esModule('phone', 'opsdesk')), 'desks#opsdesk'],
    ['among several of a module', { 'config/desks.mjs': esModule('phone', 'opsdesk') }, './desks.mjs#opsdesk'],
    ['as a default export', { 'config/x.mjs': `${desk}\nexport { opsdesk as default };` }, './x.mjs'],
    ['in CommonJS, as the module', installed('desk', commonJs('opsdesk', 'module.exports = opsdesk;'), cjs), 'desk'],
    [
      'in CommonJS, behind names that Node does not see',
      installed('desk', commonJs('opsdesk', 'module.exports = Object.fromEntries([["opsdesk", opsdesk]]);'), cjs),
      'desk',
    ],
    [
      'in CommonJS, where `exports` knows require only',
      installed('desk', commonJs('opsdesk', 'exports.opsdesk = opsdesk;'), {
        ...{ type: 'commonjs', exports: { require: './index.js' } },
      }),
      'desk',
    ],
  ])('%s', async (_how, files, plugin) => {
    const config = plugin === 'opsdesk' ? { opsdesk: {} } : { desk: { plugin } };
    const { status, printed } = await inProject({ files, config });
    expect(printed).toContain('https://opsdesk.example/tickets');
    expect(status).toBe(0);
  });

  it('by two integrations, by key and by name', async () => {
    const files = installed('itsm-plugin-opsdesk', desk);
    const config = { opsdesk: {}, desk_eu: { plugin: 'opsdesk' }, desk_us: { plugin: 'itsm-plugin-opsdesk' } };
    const { printed } = await inProject({ files, config });
    expect(printed.match(/https:\/\/opsdesk\.example/g)).toHaveLength(3);
  });

  it('where the command runs, for a config that stands elsewhere', async () => {
    await using elsewhere = await openShell();
    await elsewhere.write('itsm_config.json', { opsdesk: {} });
    await using shell = await openShell();
    for (const [file, text] of Object.entries(installed('itsm-plugin-opsdesk', desk))) {
      await mkdir(dirname(join(shell.dir, file)), { recursive: true });
      await writeFile(join(shell.dir, file), text);
    }
    const { stdout } = await shell.itsm(['check', '--config', join(elsewhere.dir, 'itsm_config.json')]);
    expect(stdout).toContain('https://opsdesk.example/tickets');
  });
});

describe('itsm check says where a plugin is from', () => {
  it('its package with the version, or its path; nothing of those that come with the command', async () => {
    const files = { ...installed('itsm-plugin-opsdesk', desk), 'config/phone.mjs': esModule('phone') };
    const config = { opsdesk: {}, calls: { plugin: './phone.mjs' } };
    const { printed, status } = await inProject({ files, config, args: ['check'] });
    expect(printed).toContain('ok     opsdesk: plugin: itsm-plugin-opsdesk 1.2.0 (node_modules/itsm-plugin-opsdesk)\n');
    expect(printed).toContain('ok     calls: plugin: config/phone.mjs\n');
    expect(status).toBe(0);
  });

  it('one with the name of a plugin that comes with the command takes its place', async () => {
    const files = installed('@team/jira', esModule('jira'));
    const { printed } = await inProject({ files, config: { jira: { plugin: '@team/jira' } }, args: ['check'] });
    expect(printed).toContain('ok     jira: plugin: @team/jira 1.2.0 (node_modules/@team/jira)\n');
    expect(printed).toContain('https://jira.example/tickets');
  });
});

it('a plugin of an integration that this run leaves out is not even loaded', async () => {
  const files = { ...installed('itsm-plugin-opsdesk', desk), 'config/bad.mjs': 'throw new Error("loaded")' };
  const config = { opsdesk: {}, bad: { plugin: './bad.mjs' } };
  const { printed, status } = await inProject({ files, config, args: ['preview', 'job.json', '-i', 'opsdesk'] });
  expect(printed).toContain('https://opsdesk.example/tickets');
  expect(status).toBe(0);
});
