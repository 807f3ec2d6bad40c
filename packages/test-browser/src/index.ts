export type { Browser, BrowserContextOptions, Page } from 'playwright-core';
export { browserRuns, openBrowser } from './open-browser.ts';
