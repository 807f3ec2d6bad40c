import { h } from 'hastscript';
import type { Hono } from 'hono';
import type { Page } from '../access/page.ts';
import { assetPaths, readAssets } from '../page/assets.ts';
import { pageHtml } from '../page/page-html.ts';
import type { Frame } from '../page/view.ts';
import { assetRoutes } from './routes/asset-routes.ts';

export interface LookOptions {
  /** Where the console is mounted, without a slash at the end. @default '' */
  readonly base?: string;
  /** Shown beside the name, so that nobody takes staging for production. */
  readonly environment?: string;
}

export interface ConsoleLook {
  /** Style, script and icon, to be served without a sign-in. */
  readonly assets: Hono;
  /** How the sign-in page and refusals look: as the console does. */
  readonly page: Page;
  /** What each page of the console has around it. */
  readonly frame: Frame;
}

/**
 * What the console has to give to those who are not signed in yet (`createAccess` and `guardedApp` take it), and what its
 * own pages are made with. Once for a server: it reads the files that pages load.
 */
export function consoleLook({ base = '', environment }: LookOptions): ConsoleLook {
  const assets = readAssets();
  const frame = { base, assets: assetPaths(assets, base), ...(environment === undefined ? {} : { environment }) };
  return {
    ...{ assets: assetRoutes(assets), frame },
    page: (title, content) =>
      pageHtml(frame, {
        title,
        main: [h('div.confirm', [h('div.head', [h('h1', title)]), h('div.card', [...content])])],
      }),
  };
}
