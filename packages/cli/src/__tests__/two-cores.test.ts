import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createItsm, createLogger, ItsmError } from '@itsm-bridge/core';
import { jsonReply, parseAuthorization, startPlatform } from '@itsm-bridge/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPlugins } from '../plugins/find-plugins.ts';
import { openShell } from './shell.ts';

const core = fileURLToPath(new URL('../../../core', import.meta.url));
const example = fileURLToPath(new URL('../../../../examples/new-platform/src/opsdesk.ts', import.meta.url));
const zod = dirname(fileURLToPath(import.meta.resolve('zod/package.json')));

const password = 'correct horse';
const job = {
  job: { id: 'abc123', title: 'Checkout times out', severity: 'high' },
  analysis: { root_cause: 'The **pool** is empty.' },
};

interface Row {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
}

/** As much of a service desk as a creation and its look-up need. */
async function startDesk() {
  let rows: () => readonly Row[] = () => [];
  const simulator = await startPlatform({}, ({ collection }) => {
    const tickets = collection<Row>();
    rows = tickets.all;
    return {
      refuse({ headers }) {
        const who = parseAuthorization(headers.authorization);
        return who.kind === 'basic' && who.password === password
          ? undefined
          : jsonReply(401, { reason: `Who is ${headers.authorization}?` });
      },
      routes: [
        {
          method: 'POST',
          pattern: '/tickets',
          answer({ json }) {
            const given = json as Row;
            return jsonReply(
              201,
              tickets.add(number => ({ ...given, id: `OD-${number}`, open: true, notes: [] })),
            );
          },
        },
        { method: 'GET', pattern: '/tickets', answer: ({ query }) => jsonReply(200, query.page === '1' ? rows() : []) },
      ],
    };
  });
  return Object.assign(simulator, { rows: () => rows() });
}

let plugin = '';
let brought: string;

/** Beside a global `itsm` a plugin always has a core of its own. Once for all tests: it is some thousand files. */
beforeAll(async () => {
  brought = await mkdtemp(join(tmpdir(), 'itsm-second-core-'));
  await mkdir(join(brought, 'node_modules'));
  await cp(join(core, 'src'), join(brought, 'core'), { recursive: true, filter: file => !file.includes('.test.') });
  for (const name of await readdir(join(core, 'node_modules'))) {
    if (name !== 'zod' && !name.startsWith('.'))
      await symlink(join(core, 'node_modules', name), join(brought, 'node_modules', name));
  }
  await cp(zod, join(brought, 'node_modules/zod'), { recursive: true, filter: file => !/\.(ts|cts|cjs)$/.test(file) });
  await writeFile(join(brought, 'package.json'), '{"type":"module"}');
  const source = (await readFile(example, 'utf8')).replace("'@itsm-bridge/core'", "'./core/index.ts'");
  plugin = join(brought, 'opsdesk.ts');
  await writeFile(plugin, source);
});
afterAll(() => rm(brought, { recursive: true, force: true }));

/** As the command opens it, with a ledger in memory. */
async function openDesk(secret: Readonly<Record<string, string>>) {
  const desk = await startDesk();
  await using folder = await openShell();
  const config = join(folder.dir, 'itsm_config.json');
  const settings = { endpoint: desk.url, user: 'rca', password: '${DESK_PASSWORD}' };
  await folder.write('itsm_config.json', { opsdesk: { plugin, ...settings } });
  const { plugins, aliases } = await findPlugins({ config, cwd: folder.dir, builtIn: [] });
  const log = new PassThrough();
  const logger = createLogger({ stream: log, readable: false });
  const itsm = await createItsm({ config, plugins, pluginAliases: aliases, env: secret, logger });
  return {
    ...{ desk, itsm },
    logged: () => String(log.read() ?? ''),
    async [Symbol.asyncDispose]() {
      await itsm.close();
      await desk.close();
    },
  };
}

describe('a plugin that has brought a core and a zod of its own', () => {
  it('has other errors, which are ours all the same', async () => {
    const own = await import(pathToFileURL(join(brought, 'core/index.ts')).href);
    const error = new own.ItsmError('rejected', 'no');
    expect(error).not.toBeInstanceOf(ItsmError);
    expect(ItsmError.is(error)).toBe(true);
  });

  it('creates a ticket of a body that was rendered here, and finds it again after a lost answer', async () => {
    await using opened = await openDesk({ DESK_PASSWORD: password });
    opened.desk.fault({ on: 'POST', effect: { kind: 'drop', commit: true } });
    const [delivery] = await opened.itsm.createTickets(job);
    expect(delivery).toMatchObject({ status: 'found', ticket: { id: 'OD-1' } });
    expect(opened.desk.rows()).toMatchObject([{ id: 'OD-1', text: expect.stringContaining('The pool is empty.') }]);
  });

  it('fails by the kind of its own error, without the secret', async () => {
    await using opened = await openDesk({ DESK_PASSWORD: 'wrong battery' });
    const [delivery] = await opened.itsm.createTickets(job);
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'auth' } });
    const written = JSON.stringify(delivery) + opened.logged();
    expect(written).toContain('Who is');
    expect(written).not.toMatch(/wrong battery|d3JvbmcgYmF0dGVyeQ|cmNhOndyb25n/);
  });

  it('has its secrets known as such: a missing one is told before anything is sent', async () => {
    await expect(openDesk({})).rejects.toThrow('opsdesk.password: DESK_PASSWORD is not set');
  });
});
