import { readFile } from 'node:fs/promises';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { jsonReply, openBench, startPlatform } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { webhook } from './webhook.ts';

const path = 'T000/B000/s3cr3t-t0k3n';
const analysis = {
  job: { id: 'abc123', title: 'He said "full"\n{{ job.id }}', severity: 'critical' },
  analysis: { root_cause: 'Logs.' },
};

/** A chat whose webhooks have their secret in the address: it takes any JSON with a text, and signs nobody in. */
async function open(membersOf: (url: string) => object = () => ({}), env = { HOOK: path }) {
  const chat = await startPlatform({}, () => ({
    routes: [
      { method: 'POST', pattern: '/services/T000/B000/s3cr3t-t0k3n', answer: () => jsonReply(200, 'ok') },
      { method: 'POST', pattern: '/exact/', answer: () => jsonReply(200, {}) },
    ],
  }));
  const secret = { endpoint: `${chat.url}/services`, secret_path: '${HOOK}', retry: { max_retries: 0 } };
  const members = { plugin: 'webhook', ...secret, body: { text: '*{{ draft.title }}*' }, ...membersOf(chat.url) };
  const bench = await openBench({
    ...{ config: { chat: members }, plugins: [webhook], decorators: { dry_run: dryRun }, env },
  });
  return {
    ...{ chat, itsm: bench.itsm, log: bench.log },
    [Symbol.asyncDispose]: async () => {
      await bench[Symbol.asyncDispose]();
      await chat.close();
    },
  };
}

it('is posted to under its secret path, unsigned, with what an analysis says as text in JSON', async () => {
  await using desk = await open();
  const { chat, itsm } = desk;
  const [delivery] = await itsm.createTickets(analysis);
  expect(delivery).toMatchObject({ status: 'created', ticket: { url: `${chat.url}/services` } });
  const [sent] = chat.requests;
  expect(sent?.path).toBe(`/services/${path}`);
  expect(sent?.json).toEqual({ text: `*${analysis.job.title.replace('\n', ' ')}*` });
  expect(sent?.headers).not.toHaveProperty('webhook-signature');
});

it('calls nobody whom an analysis names, with the body that the README shows', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const shown = /"body": (\{ "text": .*\})/.exec(readme)?.[1] ?? expect.fail('no body in the README');
  await using desk = await open(() => ({ body: JSON.parse(shown) }));
  const job = { ...analysis.job, title: 'x <!channel>' };
  await desk.itsm.createTickets({ job, analysis: { executive_summary: '<@U123> <https://x.example|y>' } });
  expect(desk.chat.requests[0]?.json).toEqual({
    text: '*x &lt;!channel>* (critical)\n&lt;@U123> &lt;https://x.example|y>',
  });
});

it('is previewed without its secret, and needs none for that', async () => {
  await using desk = await open(() => ({ dry_run: true }), {} as never);
  const { itsm } = desk;
  const [preview] = await itsm.preview(analysis);
  expect(preview?.request.url).toMatch(/\/services\/\[secret\]$/);
  const [delivery] = await itsm.createTickets(analysis);
  expect(delivery?.status).toBe('dry_run');
});

it.each([
  ['refuses it', { kind: 'status', status: 403, body: { error: `no_service /services/${path}` } }],
  ['sends it elsewhere', { kind: 'status', status: 302, headers: { location: `/services/${path}/` } }],
  ['is broken', { kind: 'status', status: 500, body: { message: `POST ${encodeURIComponent(path)}` } }],
  ['breaks off', { kind: 'drop', commit: true }],
] as const)('that %s leaves its secret in no error and no log', async (_, effect) => {
  await using desk = await open();
  const { chat, itsm, log } = desk;
  chat.fault({ effect });
  const [delivery] = await itsm.createTickets(analysis);
  expect(delivery?.error).toBeDefined();
  expect(JSON.stringify([delivery, log.lines])).not.toMatch(/s3cr3t/);
});

it('keeps the address exactly as it was written: slash and query', async () => {
  await using desk = await open(url => ({ endpoint: `${url}/exact/?wait=true`, secret_path: undefined }));
  const { chat, itsm } = desk;
  const [preview] = await itsm.preview(analysis);
  expect(preview?.request.url).toBe(`${chat.url}/exact/?wait=true`);
  const [delivery] = await itsm.createTickets(analysis);
  expect(delivery).toMatchObject({ status: 'created', ticket: { url: `${chat.url}/exact/` } });
  expect(chat.requests.map(({ path: at, query }) => [at, { ...query }])).toEqual([['/exact/', { wait: 'true' }]]);
});

it.each([
  ['its own secret address', `/services/${path}`, '/services'],
  ['a place below its address that is no secret', '/services/messages/7', '/services/messages/7'],
])('makes a ticket’s link of what the answer names: %s', async (_, named, shown) => {
  const ticket = { id: 'id', url: 'link' };
  await using desk = await open(() => ({ ticket }));
  const body = { id: 7, link: `${desk.chat.url}${named}` };
  desk.chat.fault({ effect: { kind: 'status', status: 200, body } });
  const [delivery] = await desk.itsm.createTickets(analysis);
  expect(delivery?.ticket).toMatchObject({ id: '7', url: `${desk.chat.url}${shown}` });
});

it('refuses old secrets without a new one', async () => {
  const old = `whsec_${'b'.repeat(43)}=`;
  await expect(open(() => ({ previous_secrets: [old] }))).rejects.toThrow(/chat\.previous_secrets.*which is missing/);
});

it('says in the check that nothing is signed', async () => {
  await using desk = await open();
  const { itsm } = desk;
  const [step] = (await itsm.check({ online: true })).filter(each => each.step === 'signing secret');
  expect(step).toMatchObject({ ok: true, detail: expect.stringContaining('not signed') });
});
