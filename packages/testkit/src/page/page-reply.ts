import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { htmlReply, type Reply } from '../simulator/reply.ts';
import { assetPaths } from './page-asset.ts';

export interface Page {
  readonly title: string;
  /** Whose page it is, so that nobody takes it for one of the real platform. */
  readonly owner: string;
  /** The page with all tickets, where there is one and this is another. */
  readonly home?: string | undefined;
  /** In words for who does not see the page change. */
  readonly summary: string;
  readonly main: readonly ElementContent[];
}

/** The page brings all that it needs: nothing inline, nothing from elsewhere, nothing that is sent anywhere. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export function pageReply({ title, owner, home, summary, main }: Page, status = 200): Reply {
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('title', `${title} - ${owner}`),
        h('link', { rel: 'icon', href: assetPaths.icon }),
        h('link', { rel: 'stylesheet', href: assetPaths.style }),
        h('script', { src: assetPaths.refresh, defer: true }),
      ]),
      h('body', [
        h('header', [
          h('span.owner', owner),
          home ? h('nav', [h('a', { id: 'home', href: home }, 'All tickets')]) : [],
          h('p', { id: 'summary', role: 'status' }, summary),
        ]),
        h('main', { dataSummary: summary }, [...main]),
      ]),
    ]),
  ]);
  return htmlReply(status, toHtml(page), headers);
}

export const missingPage = (owner: string, home?: string): Reply =>
  pageReply(
    { title: 'Not found', owner, home, summary: '', main: [h('h1', 'Not found'), h('p', 'There is no such ticket.')] },
    404,
  );
