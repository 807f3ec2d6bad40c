import type { Context } from 'hono';
import type { AccessEnv } from '../access/visitor.ts';
import { whyNot } from '../access/why-not.ts';
import type { Desk } from '../desk.ts';
import { type Page, pageHtml } from '../page/page-html.ts';
import { at, type View } from '../page/view.ts';
import type { ConsoleOptions } from './console-options.ts';
import { type Problem, problemPage } from './pages/problem-page.ts';

export type Ask = Context<AccessEnv>;

export interface Pages {
  view(ask: Ask): View;
  show(ask: Ask, make: (view: View) => Page, status?: Problem['status']): Promise<Response>;
  problem(ask: Ask, problem: Problem): Promise<Response>;
  /** The address of the stream of events, from now on. */
  stream(view: View, query?: Readonly<Record<string, string>>): Promise<string>;
}

/** Without a desk nothing is counted. */
type PagesOptions = Omit<ConsoleOptions, 'desk'> & { readonly desk?: Pick<Desk, 'countWaiting'> };

/** How the routes of one console answer. */
export function pagesOf({ look, now = () => new Date(), newestEvent, desk }: PagesOptions): Pages {
  const view = (ask: Ask): View => ({
    ...{ ...look.frame, visitor: ask.get('visitor'), csrf: ask.get('csrf'), now: now() },
    ...{ here: hereOf(ask), whyNot: whyNot(ask.get('visitor'), ask.get('viewOnly')) },
  });
  const show: Pages['show'] = async (ask, make, status) => {
    // A page that says what went wrong asks the ledger nothing more; and no page fails for a number beside it.
    const waiting = status === undefined ? await desk?.countWaiting().catch(() => undefined) : undefined;
    const seen = { ...view(ask), waiting };
    return ask.html(pageHtml(seen, make(seen)), status ?? 200);
  };
  return {
    ...{ view, show },
    problem: (ask, problem) => show(ask, made => problemPage(made, problem), problem.status),
    stream: async (made, query = {}) =>
      at(made, '/events', { ...query, after: newestEvent ? String(await newestEvent()) : undefined }),
  };
}

/** Without what a page says once: it is not said again when a part of it is asked for anew. */
function hereOf(ask: Ask): string {
  const { pathname, searchParams } = new URL(ask.req.url);
  searchParams.delete('said');
  const query = searchParams.toString();
  return `${pathname.replace(/^\/+/, '/')}${query ? `?${query}` : ''}`;
}
