import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { postForm } from './post-form.ts';
import { at, type Frame, type View } from './view.ts';

export interface Page {
  readonly title: string;
  /** Which of the places of the navigation it belongs to. */
  readonly place?: Place;
  /** Events that the page wants to hear of; absent: it is not live. */
  readonly events?: string;
  /** What has just been done, in words. */
  readonly said?: string | undefined;
  readonly main: readonly ElementContent[];
}

export type Place = 'deliveries' | 'review' | 'health' | 'audit';

const places: readonly { readonly place: Place; readonly path: string; readonly words: string }[] = [
  { place: 'deliveries', path: '/', words: 'Deliveries' },
  { place: 'review', path: '/review', words: 'Review' },
  { place: 'health', path: '/health', words: 'Health' },
  { place: 'audit', path: '/audit', words: 'Audit' },
];

/**
 * Nothing of htmx that would be inline (its style), that evaluates text, or that puts an error in the place of a list. What
 * a person has opened stays open when a part is laid over it.
 */
const htmxConfig = JSON.stringify({
  ...{ history: false, includeIndicatorCSS: false, extensions: 'sse', prefix: '' },
  ...{ noSwap: [204, 304, '4xx', '5xx'], morphIgnore: ['data-htmx-powered', 'open'] },
  sse: { reconnectMaxDelay: '15s' },
});

/** Nobody is known yet on the page where people sign in. */
type Around = Frame & Partial<Pick<View, 'visitor' | 'csrf' | 'waiting'>>;

/** A whole page: nothing inline, nothing from elsewhere. */
export function pageHtml(around: Around, page: Page): string {
  const { assets, environment } = around;
  return toHtml(
    h(null, [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'referrer', content: 'same-origin' }),
          h('meta', { name: 'htmx-config', content: htmxConfig }),
          h('title', `${page.title} - ${environment ? `${environment} - ` : ''}itsm-bridge`),
          h('link', { rel: 'icon', href: assets.icon, type: 'image/svg+xml' }),
          h('link', { rel: 'stylesheet', href: assets.style }),
          h('script', { src: assets.script, defer: true }),
        ]),
        h('body', [
          h('a.skip', { href: '#main' }, 'Skip to the content'),
          header(around, page),
          h('main', { id: 'main', tabIndex: -1 }, [
            page.said ? h('p.said', { role: 'status' }, page.said) : [],
            ...page.main,
          ]),
        ]),
      ]),
    ]),
  );
}

const header = (around: Around, { place, events }: Page): Element => {
  const { environment, visitor } = around;
  return h('header.top', [
    h('a.brand', { href: at(around, '/') }, ['itsm-bridge', environment ? h('span.environment', environment) : []]),
    visitor ? navigation(around, place) : [],
    visitor ? h('div.who', [events ? liveLine(events) : [], ...who(around, visitor)]) : [],
  ]);
};

const navigation = (around: Around, place: Place | undefined): Element =>
  h('nav', { ariaLabel: 'Console' }, [
    h(
      'ul',
      places.map(({ place: each, path, words }) =>
        h('li', [
          h('a', { href: at(around, path), ariaCurrent: each === place ? 'page' : undefined }, [
            words,
            each === 'review' ? waitingMark(around.waiting ?? 0) : [],
          ]),
        ]),
      ),
    ),
  ]);

/** There also while nothing waits: the page lays a new one over it. */
const waitingMark = (count: number): Element =>
  h(
    'span',
    { id: 'waiting', className: count > 0 ? ['count'] : [] },
    count > 0 ? [count < 100 ? String(count) : '99+', h('span.away', ' waiting')] : [],
  );

/** Whoever has signed in may sign out. */
const who = (around: Around, { name, role, how }: View['visitor']): readonly Element[] => [
  h('span.visitor', `${name} · ${role}`),
  ...(how === 'token'
    ? [
        postForm({ csrf: around.csrf ?? '' }, at(around, '/sign-out'), [
          h('button.plain', { type: 'submit' }, 'Sign out'),
        ]),
      ]
    : []),
];

/** Says whether the page hears of events. Without a script it says what to do instead. */
const liveLine = (events: string): Element =>
  h(
    'div.live',
    { id: 'live', 'hx-sse:connect': events, 'hx-trigger': 'load, every 15s', 'hx-sync': 'drop', 'hx-swap': 'none' },
    [
      h('span.dot', { ariaHidden: 'true' }),
      h('span', { id: 'live-words', role: 'status' }, 'Reload to see what is new'),
    ],
  );
