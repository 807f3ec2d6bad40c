import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { Logger } from 'winston';
import { z } from 'zod';
import { answerJson, localServer } from '../__tests__/local-server.ts';
import * as core from '../index.ts';

const desk = core.definePlugin({
  name: 'desk',
  settings: z.strictObject({ endpoint: core.endpoint(), token: core.secret() }),
  fieldRules: {},
  template: { file: 'desk.md', format: 'markdown', text: '{{ job.title }}' },
  settleWindowMs: 0,
  connect({ endpoint, token }, { createHttp }) {
    const http = createHttp({ baseURL: endpoint, auth: core.bearerAuth(token), errorMessage: () => undefined });
    return {
      writes: true,
      prepare: ({ title }) => ({ title }),
      describe: (payload: object) => core.describeJson('POST', endpoint, payload, { masked: {} }),
      async create(payload) {
        await http.post('/tickets', payload);
        return { kind: 'created', ticket: { id: '1', key: 'D-1', url: '', names: {} }, warnings: [] };
      },
      find: async () => ({ kind: 'absent', conclusive: true }),
      update: async ticket => ({ ticket, warnings: [] }),
      async *check() {},
    };
  },
});

const analysisOf = (id: string) => ({ job: { id, title: 'Disk full', severity: 'high' }, analysis: {} });

/** A desk that takes one token, in a process that goes on. */
async function openDesk(token: string, secretProviders: readonly core.SecretProvider[] = [], logger?: () => Logger) {
  const accepted = { token: 'first' };
  const server = await localServer((answer, { headers }) => {
    const welcome = headers.authorization === `Bearer ${accepted.token}`;
    answerJson(welcome ? 201 : 401, {})(answer, { method: '', path: '', headers, body: '' });
  });
  const stream = new PassThrough();
  const itsm = await core.createItsm({
    config: { value: { desk: { endpoint: server.url, token, retry: { max_retries: 0 } } } },
    plugins: [desk],
    secretProviders,
    env: {},
    logger: logger ?? core.createLogger({ stream, readable: false }),
  });
  return {
    ...{ itsm, accepted },
    signedWith: () => server.received.map(({ headers }) => headers.authorization),
    logged: () => String(stream.read() ?? ''),
    async [Symbol.asyncDispose]() {
      await itsm.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

it('a secret in a file that was changed is read again after a 401, and the same request succeeds', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'itsm-secrets-'));
  const file = join(dir, 'token');
  await writeFile(file, 'first\n');
  await using open = await openDesk(`\${file:${file}}`);
  await open.itsm.createTickets(analysisOf('j1'));
  await writeFile(file, 'second\n');
  open.accepted.token = 'second';
  const [delivery] = await open.itsm.createTickets(analysisOf('j2'));
  await open.itsm.createTickets(analysisOf('j3'));
  await rm(dir, { recursive: true });
  expect(delivery?.status).toBe('created');
  expect(open.signedWith()).toEqual(['Bearer first', 'Bearer first', 'Bearer second', 'Bearer second']);
  expect(open.logged()).toContain(`Secret \${file:${file}} has changed: the new one signs in from now on`);
});

/** A store that hands out one text after the other, the last one for good. */
function store(...texts: readonly (string | Error)[]) {
  const asked: string[] = [];
  const provider: core.SecretProvider = {
    scheme: 'vault',
    hasMembers: true,
    async read(name) {
      const text = texts[Math.min(asked.push(name), texts.length) - 1];
      if (typeof text !== 'string') throw text;
      return text;
    },
  };
  return { asked, provider };
}

it('a secret that stays refused is read once for each refused sign-in, and sent no second time', async () => {
  const { asked, provider } = store('{"token":"wrong"}');
  await using open = await openDesk('${vault:desk#token}', [provider]);
  const [first] = await open.itsm.createTickets(analysisOf('j1'));
  expect(first).toMatchObject({ status: 'failed', error: { kind: 'auth' } });
  expect(asked).toHaveLength(2);
  await open.itsm.resume('desk');
  await open.itsm.createTickets(analysisOf('j2'));
  expect(asked).toHaveLength(3);
  expect(open.signedWith()).toEqual(['Bearer wrong', 'Bearer wrong']);
});

it('a store that is down when the secret is to be read again is told of, and the next refusal finds the new secret', async () => {
  const { provider } = store('first', new core.ItsmError('unavailable', '${vault:desk}: the store is down'), 'second');
  await using open = await openDesk('${vault:desk}', [provider]);
  open.accepted.token = 'second';
  const [first] = await open.itsm.createTickets(analysisOf('j1'));
  expect(first).toMatchObject({ status: 'failed', error: { kind: 'auth', status: 401 } });
  const line = open.logged().split('\n')[0] ?? '';
  expect(JSON.parse(line)).toMatchObject({
    level: 'WARN',
    message: 'Secret ${vault:desk} could not be read again: the one read before is used on',
    error: { kind: 'unavailable', message: '${vault:desk}: the store is down' },
  });
  await open.itsm.resume('desk');
  const [second] = await open.itsm.createTickets(analysisOf('j1'));
  expect(second?.status).toBe('created');
});

it('a logger that cannot be loaded, or fails, is told of, and holds up neither the sign-in nor the delivery', async () => {
  const told: string[] = [];
  const note = ({ name, message }: Error) => told.push(`${name}: ${message}`);
  process.on('warning', note);
  const logger = () => {
    throw new Error('winston could not be loaded');
  };
  await using open = await openDesk('${vault:desk}', [store('first', 'second').provider], logger);
  open.accepted.token = 'second';
  const [delivery] = await open.itsm.createTickets(analysisOf('j1'));
  expect(delivery?.status).toBe('created');
  expect(open.signedWith()).toEqual(['Bearer first', 'Bearer second']);
  await expect.poll(() => told).toContain('ItsmBridge: The log failed: winston could not be loaded');
  process.off('warning', note);
});

it('a provider is looked for when one of its references is read, once, and not for a dry run', async () => {
  const looked: string[] = [];
  const plain = { endpoint: 'https://desk.example.com', token: '${vault:a#x} ${vault:b#x}' };
  const open = (value: object) =>
    core.createItsm({
      config: { value },
      plugins: [desk],
      env: {},
      async findSecretProvider(scheme) {
        looked.push(scheme);
        return store('{"x":"y"}').provider;
      },
    });
  await (await open({ desk: { ...plain, enabled: false } })).close();
  expect(looked).toEqual([]);
  await (await open({ desk: plain, desk_eu: { ...plain, plugin: 'desk' } })).close();
  expect(looked).toEqual(['vault']);
});

it.each([
  ['aws', 'Install @itsm-bridge/secrets-aws, and give createItsm its provider in secretProviders'],
  ['azure', 'Install @itsm-bridge/secrets-azure, and give createItsm its provider in secretProviders'],
  ['asw', 'Did you mean "aws"? Register it, or write the value another way'],
])('a reference of the scheme %s without a provider says what to do, and where it stands', async (scheme, advice) => {
  const text = `{\n  "desk": {\n    "endpoint": "https://desk.example.com",\n    "token": "\${${scheme}:desk}"\n  }\n}`;
  const opening = core.createItsm({ config: { file: 'config/itsm_config.json', text }, plugins: [desk], env: {} });
  await expect(opening).rejects.toThrow(
    `config/itsm_config.json:4:5: desk.token: \${${scheme}:desk}: no secret provider "${scheme}"; registered: env, file. ${advice}`,
  );
});
