import { Hono } from 'hono';
import type { readAssets } from '../../page/assets.ts';

/** Style, script and icon: kept by the browser for good, since their names change with what is in them. */
export const assetRoutes = (assets: ReturnType<typeof readAssets>): Hono =>
  Object.values(assets).reduce(
    (app, { path, type, body }) =>
      app.get(path, ask =>
        ask.body(body, 200, {
          'content-type': type,
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
        }),
      ),
    new Hono(),
  );
