import { openShell } from './shell.ts';
import { writeFiles } from './write-files.ts';

const job = { job: { id: 'abc123', title: 'Checkout times out', severity: 'high' }, analysis: { root_cause: 'x' } };

/** A plugin as an expression, without a platform behind it: what `preview` and `check` need of it. */
export const pluginOf = (name: string, contract = 'v1') => `({
  contract: '${contract}', name: '${name}', settleWindowMs: 1000, fieldRules: {},
  settings: z.strictObject({}),
  template: { file: 'x.md', format: 'markdown', text: '{{ analysis.root_cause }}' },
  connect: () => ({
    writes: true,
    prepare: ({ title }) => ({ title }),
    describe: payload => ({ method: 'POST', url: 'https://${name}.example/tickets', headers: {}, body: JSON.stringify(payload) }),
  }),
})`;

const zod = import.meta.resolve('zod');

export const esModule = (...names: readonly string[]) =>
  [`import { z } from '${zod}';`, ...names.map(name => `export const ${name} = ${pluginOf(name)};`)].join('\n');

export const commonJs = (name: string, assign: string) =>
  `const { z } = require('${new URL(zod).pathname}');\nconst ${name} = ${pluginOf(name)};\n${assign}\n`;

export const manifest = (name: string, more: object = {}) =>
  JSON.stringify({
    ...{ name, version: '1.2.0', type: 'module', exports: './index.js' },
    ...{ peerDependencies: { '@itsm-bridge/core': '*' } },
    ...more,
  });

type Files = Readonly<Record<string, string>>;

/** A package as it stands in the project's own node_modules. */
export const installed = (name: string, index: string, more: object = {}): Files => ({
  [`node_modules/${name}/package.json`]: manifest(name, more),
  [`node_modules/${name}/index.js`]: index,
});

export interface Project {
  readonly files: Files;
  readonly config: string | object;
  readonly args?: readonly string[];
}

/** Runs a command, by default a preview, in a new folder with these files and this config. */
export async function inProject({ files, config, args = ['preview', 'job.json'] }: Project) {
  await using shell = await openShell();
  const all = {
    ...files,
    'config/itsm_config.json': typeof config === 'string' ? config : JSON.stringify(config),
    'job.json': JSON.stringify(job),
  };
  await writeFiles(shell.dir, all);
  const { status, stdout, stderr } = await shell.itsm(args);
  return { status, printed: (stdout + stderr).replaceAll(shell.dir, '<project>') };
}
