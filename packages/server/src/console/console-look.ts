import { h } from 'hastscript';
import type { Hono } from 'hono';
import type { Page } from '../access/page.ts';
import { assetPaths, readAssets } from '../page/assets.ts';
import { pageHtml } from '../page/page-html.ts';
import type { ConsoleOptions } from './console-options.ts';
import { assetRoutes } from './routes/asset-routes.ts';

export interface ConsoleLook {
  /** Style, script and icon, to be served without a sign-in. */
  readonly assets: Hono;
  /** How the sign-in page and refusals look: as the console does. */
  readonly page: Page;
}

/** What the console has to give to those who are not signed in yet: `createAccess` and `guardedApp` take it. */
export function consoleLook({ base = '', environment }: Pick<ConsoleOptions, 'base' | 'environment'>): ConsoleLook {
  const assets = readAssets();
  const frame = { base, assets: assetPaths(assets, base), ...(environment === undefined ? {} : { environment }) };
  return {
    assets: assetRoutes({ assets }),
    page: (title, content) =>
      pageHtml(frame, {
        title,
        main: [h('div.confirm', [h('div.head', [h('h1', title)]), h('div.card', [...content])])],
      }),
  };
}
