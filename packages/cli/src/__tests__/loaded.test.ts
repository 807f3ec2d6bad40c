import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { sandboxSecrets } from './shell.ts';

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** In a process that runs our sources: which packages of others it has loaded, as it ends. */
const watch = `data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module';
const loaded = new Set();
registerHooks({
  load(url, context, next) {
    const name = /.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url);
    if (name) loaded.add(name[1]);
    return next(url, context);
  },
});
process.on('exit', () => process.stderr.write(JSON.stringify([...loaded])));
`)}`;

function loadedBy(...args: readonly string[]): readonly string[] {
  const node = ['--conditions=source', '--import', watch, pathOf('../main.ts'), ...args];
  const shell = `"$@" 2>&1 >/dev/null`;
  const options = { encoding: 'utf8', env: { ...sandboxSecrets, PATH: process.env.PATH } } as const;
  return JSON.parse(execFileSync('sh', ['-c', shell, 'sh', process.execPath, ...node], options));
}

const analysis = pathOf('../../../../examples/analyses/2024-03-tailscale-certificate-expiry.json');
const config = pathOf('../../../../examples/config/itsm_config.json');

it.each([
  ['--version', ['--version'], []],
  ['a preview', ['preview', analysis, '--config', config], ['commander', 'zod', 'nunjucks', 'mdast-util-to-hast']],
])('%s loads what it needs, and nothing that sends, counts, keeps, logs, serves or rewires', (_, args, needed) => {
  const loaded = loadedBy(...args);
  expect(loaded).toEqual(expect.arrayContaining(needed));
  const late = ['axios', 'undici', 'prom-client', 'typeorm', 'pg', 'winston', 'hono', 'inversify', 'parse5'];
  expect(loaded.filter(name => late.includes(name))).toEqual([]);
});
