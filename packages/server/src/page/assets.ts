import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { consoleScript } from './console-script.ts';
import { icon } from './icon.ts';
import { consoleStyle } from './style/console-style.ts';

export interface Asset {
  /** `/assets/console-<hash>.css`: what it holds never changes. */
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

export interface AssetPaths {
  readonly style: string;
  readonly script: string;
  readonly icon: string;
}

/** Their addresses, where the console is mounted. */
export const assetPaths = (assets: ReturnType<typeof readAssets>, base: string): AssetPaths => ({
  style: `${base}${assets.style.path}`,
  script: `${base}${assets.script.path}`,
  icon: `${base}${assets.icon.path}`,
});

/**
 * All that pages load. htmx, its extension and our own script are one file, in this order: htmx starts before a second file
 * would be there, and would leave the stream of events alone then.
 */
export function readAssets(): { readonly [name in keyof AssetPaths]: Asset } {
  const installed = [
    import.meta.resolve('htmx.org/dist/htmx.min.js'),
    import.meta.resolve('htmx.org/dist/ext/hx-sse.min.js'),
  ];
  const htmx = installed.map(url => readFileSync(new URL(url), 'utf8'));
  return {
    style: asset('console', 'css', 'text/css; charset=utf-8', consoleStyle),
    script: asset('console', 'js', 'text/javascript; charset=utf-8', [...htmx, consoleScript].join('\n')),
    icon: asset('icon', 'svg', 'image/svg+xml', icon),
  };
}

function asset(name: string, ending: string, type: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return { path: `/assets/${name}-${hash}.${ending}`, type, body };
}
