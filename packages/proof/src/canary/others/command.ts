import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '@itsm-bridge/cli';
import { analysisOf } from '../drive/analysis-of.ts';
import { spoilingOf } from '../drive/paths.ts';
import { platformFailures } from '../platforms/failures.ts';
import type { Site } from '../site.ts';
import { type OtherPath, seen, type World } from '../world.ts';
import { firstOfEach } from './chosen-sites.ts';
import { fromStore } from './from-store.ts';
import { writeCommandConfig } from './write-command-config.ts';

const commands = (job: string, file: string, plugin: string): readonly (readonly string[])[] => [
  ['check', '--online'],
  ['check', '--online', '--json'],
  ['preview', file, '--online'],
  ['preview', file],
  ['preview', file, '--json'],
  ['fields', plugin],
  ['create', file],
  ['create', file, '--json'],
  ['create', file, '--dry-run'],
  ['create', file, '--enqueue'],
  ['update', job, '--note', 'Mended.'],
  ['tickets'],
  ['tickets', '--json'],
  ['replay', '--failed'],
  ['review'],
  ['lanes'],
  ['resume', plugin],
];

/** `itsm` as a shell calls it, in this process: what it prints, on a terminal and into a pipe. */
export const command: OtherPath = {
  name: 'each command, on a platform that refuses',
  async go(world, see) {
    const { sites, size } = world;
    const known = sites.all.filter(site => !fromStore(site));
    const firsts = firstOfEach(known);
    const chosen =
      size === 'large' ? firsts : firsts.filter(({ signIn }) => ['servicenow', 'webhook'].includes(signIn.plugin));
    for (const [n, site] of chosen.entries()) {
      const failure = platformFailures.find(({ name }) => name === (n % 2 ? '401' : '400, nested'));
      const config = await writeCommandConfig(site);
      const job = `command-${site.signIn.plugin}`;
      const file = join(sites.folder, `${job}.json`);
      await writeFile(file, JSON.stringify(analysisOf(job)));
      if (failure) site.parrot.spoil(spoilingOf(failure, 'every request'));
      for (const [at, args] of commands(job, file, site.signIn.plugin).entries()) {
        // In a small run each command once, on one platform or the other, each with a create on record.
        if (size === 'small' && at % chosen.length !== n && args[0] !== 'create') continue;
        await printed(world, site, [...args, '--config', config], { terminal: (at + n) % 4 < 2, see });
      }
      await workerPages(world, site, config, see);
      site.parrot.spoil();
    }
  },
};

interface How {
  readonly terminal: boolean;
  readonly see: (place: string, value: unknown) => void;
}

async function printed(
  { sites, house }: World,
  site: Site,
  args: readonly string[],
  { terminal, see }: How,
): Promise<void> {
  const { stream: stdout, text: out } = caught(terminal);
  const { stream: stderr, text: err } = caught(terminal);
  const env = { ...site.env, DATABASE_URL: house.url };
  const io = {
    stdin: Readable.from(['']),
    stdout,
    stderr,
    env,
    cwd: sites.folder,
    signal: new AbortController().signal,
  };
  await seen(see, 'standard output', () => run(args, io));
  see('standard output', out());
  see('standard error', err());
}

/** A worker's own pages, while it works. */
async function workerPages({ sites, house }: World, site: Site, config: string, see: How['see']): Promise<void> {
  const stop = new AbortController();
  const { stream: stdout } = caught(false);
  const { stream: stderr, text } = caught(false);
  const env = { ...site.env, DATABASE_URL: house.url };
  const io = { stdin: Readable.from(['']), stdout, stderr, env, cwd: sites.folder, signal: stop.signal };
  const working = run(['worker', '--listen', '0', '--drain', '0', '--config', config], io);
  let address: string | undefined;
  for (let look = 0; address === undefined && look < 300; look++) {
    await sleep(10);
    address = /(http:\/\/127\.0\.0\.1:\d+)\/metrics/.exec(text())?.[1];
  }
  for (const page of address ? ['metrics', 'healthz', 'readyz', 'nowhere'] : [])
    see('pages of a worker', await (await fetch(`${address}/${page}`)).text());
  await sleep(100);
  stop.abort();
  await working;
  see('standard error', text());
}

function caught(terminal: boolean): { readonly stream: PassThrough; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY: terminal });
  stream.on('data', chunk => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
