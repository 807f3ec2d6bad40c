import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Site } from '../site.ts';
import type { World } from '../world.ts';
import { runCommand } from './run-command.ts';

type See = (place: string, value: unknown) => void;

/** Commands that go on until they are told to end, and what they serve meanwhile. */
export async function servedPages(world: World, site: Site, config: string, see: See): Promise<void> {
  const pages = ['metrics', 'healthz', 'readyz', 'nowhere'];
  const worker = ['worker', '--listen', '0', '--drain', '0', '--config', config];
  await served(world, site, { args: worker, place: 'pages of a worker', pages, headers: {} }, see);

  const { consoleToken } = world.house;
  const tokens = [{ name: 'canary', role: 'approver', token: '${CONSOLE_TOKEN}' }];
  const access = join(site.folder, 'access.json');
  await writeFile(access, JSON.stringify({ tokens }));
  const serve = ['serve', '--listen', '0', '--access', access, '--config', config];
  const headers = { authorization: `Bearer ${consoleToken.text}`, accept: 'text/html' };
  await served(world, site, { args: serve, place: 'the console', pages: ['', 'review', ...pages], headers }, see);

  for (const wrong of [[{ ...tokens[0], tokn: consoleToken.text }], [consoleToken.text], consoleToken.text]) {
    await writeFile(access, JSON.stringify({ tokens: wrong }));
    const refused = runCommand(world, site, serve, { terminal: false });
    await refused.ended;
    see('standard error', refused.stderr());
  }
}

interface Serving {
  readonly args: readonly string[];
  readonly place: string;
  readonly pages: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

async function served(world: World, site: Site, { args, place, pages, headers }: Serving, see: See): Promise<void> {
  const stop = new AbortController();
  const { stdout, stderr, ended } = runCommand(world, site, args, { terminal: false, signal: stop.signal });
  let address: string | undefined;
  for (let look = 0; address === undefined && look < 300; look++) {
    await sleep(10);
    address = /http:\/\/127\.0\.0\.1:\d+/.exec(stderr())?.[0];
  }
  if (address === undefined) throw new Error(`itsm ${args[0]} does not serve:\n${stderr()}`);
  for (const page of pages) see(place, await (await fetch(`${address}/${page}`, { headers })).text());
  await sleep(100);
  stop.abort();
  await ended;
  see('standard output', stdout());
  see('standard error', stderr());
}
