import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '@itsm-bridge/test-browser';
import type { Hono } from 'hono';
import { listen } from '../../listen.ts';
import { sampleConsole } from '../__fixtures__/sample-console.ts';
import { sampleDesk } from '../__fixtures__/sample-desk.ts';
import { openAsked } from './open-asked.ts';
import { samplePages } from './sample-pages.ts';
import { sampleStates } from './sample-states.ts';

/** A picture of each page, light and dark, wide and on a phone: `pnpm screens [folder]`. */
const folder = process.argv[2] ?? '.screens';
await mkdir(folder, { recursive: true });
const sample = sampleConsole();
await using server = await listen(sample.app as unknown as Hono, 0);
const url = `http://127.0.0.1:${server.port}`;
const browser = await openBrowser();
const sizes = { wide: { width: 1360, height: 850 }, phone: { width: 375, height: 740 } };
for (const colorScheme of ['light', 'dark'] as const)
  for (const [size, viewport] of Object.entries(sizes)) {
    const page = await (await browser.newContext({ colorScheme, viewport })).newPage();
    const take = (name: string) =>
      page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`), fullPage: true });
    Object.assign(sample, { desk: sampleDesk(), role: 'approver', isAway: false });
    for (const [name, path] of Object.entries(samplePages)) {
      await page.goto(`${url}${path}`);
      await take(name);
    }
    for (const [name, state] of Object.entries(sampleStates)) {
      Object.assign(sample, { desk: sampleDesk(), role: 'approver', isAway: false });
      await openAsked(page, url, state(sample));
      if (sample.isAway) await page.getByText(/^Offline since/).waitFor();
      await take(name);
    }
  }
await browser.close();
process.stdout.write(`There is a picture of each page in ${folder}.\n`);
