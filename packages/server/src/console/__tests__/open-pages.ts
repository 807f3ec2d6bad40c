import { type Browser, openBrowser, type Page } from '@itsm-bridge/test-browser';
import type { Hono } from 'hono';
import { listen } from '../../listen.ts';
import { type SampleConsole, sampleConsole } from '../__fixtures__/sample-console.ts';

export interface OpenPages extends AsyncDisposable {
  readonly sample: SampleConsole;
  readonly url: string;
  /** What the browser had to complain of: what a policy refused is among it. */
  readonly complaints: string[];
  /** The one page, at that address: a page of its own each time costs more than the test. */
  open(path: string, size?: { readonly width: number; readonly height: number }): Promise<Page>;
  /** One without a script. */
  openPlain(path: string): Promise<Page>;
  /** Begins with a fresh sample. */
  clear(): Promise<void>;
}

const usual = { width: 1280, height: 800 };

/** One browser, one page and one server for all tests of a file. */
export async function openPages(): Promise<OpenPages> {
  const sample = sampleConsole();
  const [browser, server]: [Browser, Awaited<ReturnType<typeof listen>>] = await Promise.all([
    openBrowser(),
    listen(sample.app as unknown as Hono, 0),
  ]);
  const url = `http://127.0.0.1:${server.port}`;
  const complaints: string[] = [];
  const page = await (await browser.newContext()).newPage();
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  return {
    ...{ sample, url, complaints },
    async open(path, size = usual) {
      await page.setViewportSize(size);
      await page.goto(`${url}${path}`);
      return page;
    },
    async openPlain(path) {
      const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      await plain.goto(`${url}${path}`);
      return plain;
    },
    async clear() {
      await page.goto('about:blank');
      page.removeAllListeners('request');
      Object.assign(sample, { desk: sampleConsole().desk, role: 'approver', isAway: false });
      complaints.length = 0;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server[Symbol.asyncDispose]();
    },
  };
}
