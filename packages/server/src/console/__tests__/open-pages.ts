import { type Browser, type BrowserContextOptions, openBrowser, type Page } from '@itsm-bridge/test-browser';
import type { Hono } from 'hono';
import { listen } from '../../listen.ts';
import { type SampleConsole, sampleConsole } from '../__fixtures__/sample-console.ts';

export interface OpenPages extends AsyncDisposable {
  readonly sample: SampleConsole;
  readonly url: string;
  /** What the browser had to complain of: what a policy refused is among it. */
  readonly complaints: string[];
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Closes all pages, and begins with a fresh sample. */
  clear(): Promise<void>;
}

/** One browser and one server for all tests of a file. */
export async function openPages(): Promise<OpenPages> {
  const sample = sampleConsole();
  const [browser, server]: [Browser, Awaited<ReturnType<typeof listen>>] = await Promise.all([
    openBrowser(),
    listen(sample.app as unknown as Hono, 0),
  ]);
  const url = `http://127.0.0.1:${server.port}`;
  const complaints: string[] = [];
  return {
    ...{ sample, url, complaints },
    async open(path, options = {}) {
      const page = await (await browser.newContext(options)).newPage();
      page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', error => complaints.push(String(error)));
      await page.goto(`${url}${path}`);
      return page;
    },
    async clear() {
      await Promise.all(browser.contexts().map(context => context.close()));
      Object.assign(sample, { desk: sampleConsole().desk, role: 'approver', isAway: false });
      complaints.length = 0;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server[Symbol.asyncDispose]();
    },
  };
}
