import { describe, expect, it } from 'vitest';
import { esModule, inProject, installed, pluginOf } from './plugin-project.ts';

const desk = esModule('opsdesk');
const madeFor = (contract: string) => desk.replace(pluginOf('opsdesk'), pluginOf('opsdesk', contract));

/** What is printed of a config whose one integration names this plugin. */
async function refusal(plugin: string, files: Readonly<Record<string, string>> = {}) {
  const { status, printed } = await inProject({ files, config: { desk: { plugin } } });
  expect(status).toBe(2);
  expect(printed).not.toContain('This is a defect');
  return printed;
}

describe('a plugin for another contract is refused with what to do', () => {
  it.each([
    ['v0', 'Install a newer release of the plugin, one for v1.'],
    ['v2', 'Upgrade itsm-bridge, or install an older release of the plugin.'],
  ])('%s', async (contract, advice) => {
    const files = installed('itsm-plugin-opsdesk', madeFor(contract));
    expect(await refusal('opsdesk', files)).toBe(
      `error: Plugin "opsdesk" speaks contract ${contract}; this core speaks v1. ${advice} It is itsm-plugin-opsdesk 1.2.0 (node_modules/itsm-plugin-opsdesk).\n`,
    );
  });
});

describe('what is found nowhere is told with what was looked for, and what to do', () => {
  it.each([
    [
      'opsdesk',
      'npm install itsm-plugin-opsdesk (looked for: @itsm-bridge/plugin-opsdesk, itsm-plugin-opsdesk, itsm-bridge-plugin-opsdesk, opsdesk).',
    ],
    ['github', 'npm install @itsm-bridge/plugin-github (looked for:'],
    ['githbu', 'npm install @itsm-bridge/plugin-github (looked for:'],
    ['@team/desk', 'npm install @team/desk (looked for: @team/desk).'],
    ['./desk.js', 'there is no ./desk.js.'],
    ['servicenwo', 'Did you mean "servicenow"?'],
    ['servicenwo', 'or install one of that name (looked for: @itsm-bridge/plugin-servicenwo, itsm-plugin-servicenwo,'],
    ['constructor', 'No plugin "constructor"'],
    // A module of Node: it is no package of the project.
    ['events', 'npm install itsm-plugin-events'],
  ])('%s', async (plugin, words) => {
    expect(await refusal(plugin)).toContain(words);
  });

  it('in a project of Yarn without node_modules', async () => {
    const printed = await refusal('opsdesk', { '.pnp.cjs': '' });
    expect(printed).toContain('with "nodeLinker: node-modules" in .yarnrc.yml');
  });

  it('also as a key that objects have by themselves', async () => {
    const { printed, status } = await inProject({ files: {}, config: '{"__proto__": {}, "constructor": {}}' });
    expect(printed).toContain('No plugin "constructor"');
    expect(status).toBe(2);
  });
});

it.each([
  'https://plugins.example/desk.js',
  'data:text/javascript,throw new Error("loaded")',
  'file:///tmp/desk.js',
  'node:fs',
  '#desk',
  'C:\\desk.js',
  '${DESK}',
  'a b',
  '',
])('%j is neither a package nor a path: nothing is loaded', async plugin => {
  const printed = await refusal(plugin);
  expect(printed).toContain(`No plugin "${plugin}"`);
  expect(printed).toContain('or the path of a module: nothing else is loaded.');
});

describe('what is there and cannot be used says why', () => {
  it.each([
    ['a module without a plugin', './x.mjs', { 'config/x.mjs': 'export const x = 1;' }, 'exports no plugin'],
    [
      'one of several',
      'desks',
      installed('desks', esModule('a', 'b')),
      'several plugins, a, b: say which, as in "plugin": "desks#a"',
    ],
    [
      'not the chosen one',
      'desks#c',
      installed('desks', esModule('a', 'b')),
      'exports no plugin "c"; it exports a, b.',
    ],
    [
      'a module that throws',
      './x.mjs',
      { 'config/x.mjs': 'throw new Error("no desk");' },
      'error: The plugin "./x.mjs", config/x.mjs, cannot be loaded: no desk',
    ],
    ['a module that throws nothing', './x.mjs', { 'config/x.mjs': 'throw undefined;' }, 'cannot be loaded: undefined'],
    [
      'a getter that throws',
      './x.cjs',
      { 'config/x.cjs': 'module.exports = { get a() { throw new Error("no"); } };' },
      ': no',
    ],
    ['a folder without a module', './x', { 'config/x/readme.md': '' }, 'Cannot find module'],
    [
      'a package that was not built',
      '@team/x',
      {
        'node_modules/@team/x/package.json': JSON.stringify({
          name: '@team/x',
          exports: './dist/index.js',
          peerDependencies: { '@itsm-bridge/core': '*' },
        }),
      },
      "Cannot find module 'node_modules/@team/x/dist/index.js'",
    ],
    [
      'a package that hides its modules',
      '@team/x',
      installed('@team/x', desk, { exports: { './y': './index.js' } }),
      'No "exports" main defined',
    ],
    [
      'a package.json that is none',
      '@team/x',
      { 'node_modules/@team/x/package.json': '{' },
      'The plugin "@team/x" cannot be found',
    ],
    [
      'settings of an older zod',
      './x.mjs',
      { 'config/x.mjs': desk.replace('z.strictObject({})', '{ parse() {}, safeParse() {} }') },
      'its settings are no schema of zod 4',
    ],
  ])('%s', async (_what, plugin, files, words) => {
    expect(await refusal(plugin, files)).toContain(words);
  });

  it('a package that does not name core is never loaded', async () => {
    const files = installed('itsm-plugin-opsdesk', 'throw new Error("loaded");', { peerDependencies: {} });
    expect(await refusal('opsdesk', files)).toContain('has no @itsm-bridge/core among its peerDependencies');
  });

  it('a package that only happens to have the name of the key is passed over', async () => {
    const files = installed('opsdesk', 'throw new Error("loaded");', { peerDependencies: {} });
    expect(await refusal('opsdesk', files)).toContain('No plugin "opsdesk"');
  });
});

describe('two plugins of one name are refused', () => {
  it('two of the project', async () => {
    const files = { 'config/a.mjs': desk, 'config/b.mjs': desk };
    const config = { a: { plugin: './a.mjs' }, b: { plugin: './b.mjs' } };
    const { printed, status } = await inProject({ files, config });
    expect(printed).toContain('Two plugins are called "opsdesk": config/a.mjs, and config/b.mjs. Use one of them');
    expect(status).toBe(2);
  });

  it('one of the project, and the one that comes with the command and is used, too', async () => {
    const files = { 'config/jira.mjs': esModule('jira') };
    const { printed } = await inProject({ files, config: { jira: {}, mine: { plugin: './jira.mjs' } } });
    expect(printed).toContain('Two plugins are called "jira": the one that comes with itsm, and config/jira.mjs');
  });
});
