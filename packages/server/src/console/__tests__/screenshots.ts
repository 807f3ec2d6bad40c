import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '@itsm-bridge/test-browser';
import type { Hono } from 'hono';
import { listen } from '../../listen.ts';
import { sampleConsole } from '../__fixtures__/sample-console.ts';
import { samplePages } from './sample-pages.ts';

/** A picture of each page, light and dark, wide and on a phone: `pnpm screens [folder]`. */
const folder = process.argv[2] ?? '.screens';
await mkdir(folder, { recursive: true });
await using server = await listen(sampleConsole().app as unknown as Hono, 0);
const browser = await openBrowser();
const sizes = { wide: { width: 1360, height: 850 }, phone: { width: 375, height: 740 } };
for (const colorScheme of ['light', 'dark'] as const)
  for (const [size, viewport] of Object.entries(sizes)) {
    const page = await (await browser.newContext({ colorScheme, viewport })).newPage();
    for (const [name, path] of Object.entries(samplePages)) {
      await page.goto(`http://127.0.0.1:${server.port}${path}`);
      await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`), fullPage: true });
    }
  }
await browser.close();
process.stdout.write(`There is a picture of each page in ${folder}.\n`);
