import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../run.ts';
import { openShell, type Shell, sandboxSecrets, specConfig } from './shell.ts';

const template = '# {{ job.title }}\n\n{{ analysis.root_cuase }}\n';
let shell: Shell;

beforeAll(async () => {
  shell = await openShell(sandboxSecrets);
  const config = await specConfig('https://one.example.com', 'https://two.example.com');
  await shell.write('itsm_config.json', config.replace('"username"', '"template": "incident.md",\n    "username"'));
  await shell.write('incident.md', template);
});
afterAll(() => shell[Symbol.asyncDispose]());

async function check(terminal: object, env: Record<string, string> = {}): Promise<string> {
  const stdout = Object.assign(new PassThrough(), terminal);
  const io = { stdin: Readable.from(['']), stdout, stderr: new PassThrough(), cwd: shell.dir };
  const { signal } = new AbortController();
  expect(await run(['check', '-c', 'itsm_config.json'], { ...io, env: { ...sandboxSecrets, ...env }, signal })).toBe(2);
  return String(stdout.read());
}

it('prints one line a step, and below a failure what to do about it', async () => {
  expect(await check({})).toMatchInlineSnapshot(`
    "FAILED servicenow: template and mapping: incident.md:3:4: analysis.root_cuase is not in the analysis
           At delivery it renders as nothing and becomes a warning. A default filter says that it may be absent.
    ok     servicenow: request: a sample analysis becomes POST https://one.example.com/api/now/table/incident with 455 bytes
    ok     jira: request: a sample analysis becomes POST https://two.example.com/rest/api/3/issue with 3564 bytes
    "
  `);
});

it('paints on a terminal that does not mind, and nowhere else', async () => {
  expect(await check({ isTTY: true })).toContain('\u001b[31m');
  expect(await check({ isTTY: true }, { NO_COLOR: '1' })).toBe(await check({}));
});

it('has the same as data with --json', async () => {
  const steps = await shell.json(['check', '-c', 'itsm_config.json']);
  expect(steps[0]).toEqual({
    integration: 'servicenow',
    step: 'template and mapping',
    ok: false,
    detail: 'incident.md:3:4: analysis.root_cuase is not in the analysis',
    hint: expect.stringContaining('A default filter'),
  });
  expect(steps.map(({ ok }) => ok)).toEqual([false, true, true]);
});

it('has what is wrong with a config as data, too, with its place', async () => {
  await shell.write('bad.json', '{\n  "jria": {}\n}');
  const place = { file: 'bad.json', line: 2, column: 3, path: 'jria' };
  expect(await shell.json(['check', '-c', 'bad.json'])).toEqual([
    {
      error: {
        kind: 'config',
        message: expect.stringMatching(/^bad\.json:2:3: jria: No plugin/),
        problems: [{ ...place, message: expect.stringMatching(/^No plugin "jria"/) }],
      },
    },
  ]);
});
