import type { Reply } from '../simulator/reply.ts';
import { icon } from './icon.ts';
import { refreshScript } from './refresh-script.ts';
import { style } from './style.ts';

/** Where a page finds what it is made of, on whichever server it is. */
export const assetPaths = {
  style: '/itsm-page/style.css',
  refresh: '/itsm-page/refresh.js',
  icon: '/itsm-page/icon.svg',
} as const;

const file = (type: string, body: string): Reply => ({
  status: 200,
  headers: { 'content-type': type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' },
  body,
});

const assets: Readonly<Record<string, Reply>> = {
  [assetPaths.style]: file('text/css; charset=utf-8', style),
  [assetPaths.refresh]: file('text/javascript; charset=utf-8', refreshScript),
  [assetPaths.icon]: file('image/svg+xml', icon),
};

export const pageAsset = (path: string): Reply | undefined => (Object.hasOwn(assets, path) ? assets[path] : undefined);
