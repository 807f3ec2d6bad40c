import { fileURLToPath } from 'node:url';
import { type Browser, browserRuns, openBrowser, type Page } from '@itsm-bridge/test-browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeBlocks } from './code-blocks.ts';
import { pages } from './pages.ts';

const diagrams = pages
  .flatMap(({ file, markdown }) => codeBlocks(file, markdown))
  .filter(({ language }) => language === 'mermaid');

describe.skipIf(!browserRuns)('a diagram', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js')) });
  });
  afterAll(() => browser.close());

  const draw = (text: string): Promise<string> =>
    page.evaluate(
      `mermaid.render('drawn', ${JSON.stringify(text)}).then(({ svg }) => svg, error => 'error: ' + error.message)`,
    );

  it.each(diagrams)('is drawn: $at', async ({ text }) => {
    expect(await draw(text)).toMatch(/^<svg /);
  });

  it('is refused where mermaid does not understand it', async () => {
    expect(await draw('flowchart TB\n  a -->\n')).toMatch(/^error: Parse error/);
  });
});
