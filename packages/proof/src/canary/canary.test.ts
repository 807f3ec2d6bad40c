import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from '@itsm-bridge/cli';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CanaryReport, canary } from './canary.ts';
import { canaryTable } from './canary-table.ts';
import { plugins } from './open-sites.ts';
import { commandLines } from './others/command-lines.ts';
import { secretMembers, secretSettings } from './secrets/secret-members.ts';
import { signIns } from './sign-ins/sign-ins.ts';

const packages = join(import.meta.dirname, '../../..');

describe('what a plugin takes as a secret', () => {
  it('is looked at for each plugin of this repository that signs in', () => {
    const folders = readdirSync(packages).filter(name => name.startsWith('plugin-') && name !== 'plugin-dryrun');
    expect(
      Object.keys(plugins)
        .map(name => `plugin-${name}`)
        .sort(),
    ).toEqual(folders.sort());
  });

  it.each(Object.values(plugins))('is planted: $name', plugin => {
    const planted = signIns
      .filter(signIn => signIn.plugin === plugin.name)
      .flatMap(({ secrets }) => Object.keys(secrets));
    expect([...new Set(planted)].sort()).toEqual([...secretMembers(plugin)].sort());
  });

  it('is the database alone among the settings', () => {
    expect(secretSettings()).toEqual(['database']);
  });
});

/** They read no config with a secret in it. */
const withoutSecrets = ['completion', 'help', 'init', 'sandbox', 'schema'];
/** They go on until they are told to end; their pages are searched, too. */
const serving = ['serve', 'worker'];

it('each command of the help is tried', async () => {
  const stdout = new PassThrough();
  const io = { stdin: Readable.from(['']), stdout, stderr: new PassThrough(), env: {}, cwd: packages };
  await run(['--help'], { ...io, signal: new AbortController().signal });
  const help = await text(stdout.end());
  const all = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name);
  const subject = { file: '', job: '', key: '', ticketed: '', plugin: '', html: '' };
  const tried = [...commandLines(subject).map(([name]) => name), ...serving, ...withoutSecrets];
  expect([...new Set(tried)].sort()).toEqual([...new Set(all)].sort());
});

describe('secrets wherever one can be configured, and everything that fails', () => {
  let report: CanaryReport;
  beforeAll(async () => {
    report = await canary('small');
    process.stdout.write(`${canaryTable(report).join('\n')}\n`);
  }, 300_000);

  it('are found nowhere', () => {
    expect(report.leaks).toEqual([]);
  });

  it('are fifty and more', () => {
    expect(new Set(report.secrets).size).toBeGreaterThanOrEqual(50);
  });

  it('have met every failure, at every plugin and at token endpoints', () => {
    expect(report.failures).toBeGreaterThan(40);
    expect(report.met).toEqual([...Object.keys(plugins), 'token endpoint'].map(at => ({ at, left: [] })));
  });

  it.each([
    ...['previews', 'checks', 'fields', 'deliveries', 'changes', 'thrown errors', 'problems of a worker', 'lanes'],
    ...['records', 'events', 'metrics', 'the readable log', 'the log in JSON', 'rows of the database', 'spool files'],
    ...[
      'standard output',
      'standard error',
      'pages of a worker',
      'pages of the sandbox',
      'the console',
      'crash output',
    ],
  ])('were looked for in %s', place => {
    expect(report.searched.get(place) ?? 0).toBeGreaterThan(100);
  });

  it.each([...['previews', 'deliveries', 'records', 'events', 'the log in JSON', 'rows of the database']])(
    'are found in %s once a plugin lets one out',
    place => {
      expect(report.letOut.map(leak => leak.place)).toContain(place);
    },
  );
});
