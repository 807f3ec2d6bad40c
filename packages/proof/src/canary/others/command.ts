import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analysisOf } from '../drive/analysis-of.ts';
import { spoilingOf } from '../drive/paths.ts';
import { platformFailures } from '../platforms/failures.ts';
import type { OtherPath } from '../world.ts';
import { firstOfEach } from './chosen-sites.ts';
import { commandLines } from './command-lines.ts';
import { fromStore } from './from-store.ts';
import { runCommand } from './run-command.ts';
import { servedPages } from './served-pages.ts';
import { writeCommandConfig } from './write-command-config.ts';

/** What they print, on a terminal and into a pipe, and what they write. */
export const command: OtherPath = {
  name: 'each command that opens a config, on a platform that refuses',
  async go(world, see) {
    const { sites, size } = world;
    const known = sites.all.filter(site => !fromStore(site));
    const firsts = firstOfEach(known);
    const chosen =
      size === 'large' ? firsts : firsts.filter(({ signIn }) => ['servicenow', 'webhook'].includes(signIn.plugin));
    for (const [n, site] of chosen.entries()) {
      const { plugin } = site.signIn;
      const config = await writeCommandConfig(site);
      const printed = async (args: readonly string[], terminal = false): Promise<string> => {
        const { stdout, stderr, ended } = runCommand(world, site, [...args, '--config', config], { terminal });
        await ended;
        see('standard output', stdout());
        see('standard error', stderr());
        return stdout();
      };
      const file = async (job: string): Promise<string> => {
        const path = join(sites.folder, `${job}.json`);
        await writeFile(path, JSON.stringify(analysisOf(job)));
        return path;
      };
      const [job, ticketed] = [`command-${plugin}`, `command-${plugin}-ticketed`];
      await printed(['create', await file(ticketed)]);
      const failure = platformFailures.find(({ name }) => name === (n % 2 ? '401' : '400, nested'));
      if (failure) site.parrot.spoil(spoilingOf(failure, 'every request'));
      const refused = await file(job);
      const { key = '' } = JSON.parse(await printed(['create', refused, '--json']));
      const html = join(sites.folder, `${job}.html`);
      for (const [at, args] of commandLines({ file: refused, job, key, ticketed, plugin, html }).entries()) {
        // In a small run each command once, on one platform or the other.
        if (size === 'small' && at % chosen.length !== n) continue;
        await printed(args, (at + n) % 4 < 2);
        if (args.includes(html)) see('previews', await readFile(html, 'utf8'));
      }
      await servedPages(world, site, config, see);
      site.parrot.spoil();
    }
  },
};
