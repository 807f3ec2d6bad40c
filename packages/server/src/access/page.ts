import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';

/** Makes a whole HTML page. The title is also its heading. */
export type Page = (title: string, content: readonly ElementContent[]) => string;

/** Where nobody gives another one: readable, without a style. */
export const plainPage: Page = (title, content) =>
  toHtml([
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', title),
      ]),
      h('body', h('main', [h('h1', title), ...content])),
    ]),
  ]);
