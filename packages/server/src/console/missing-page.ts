import type { ConsoleOptions } from './console-options.ts';
import { type Ask, pagesOf } from './pages-of.ts';

/** For `notFound` of the app that the console is mounted into: a page, in the console's look. */
export function missingPage(options: Omit<ConsoleOptions, 'desk'>): (ask: Ask) => Promise<Response> {
  const pages = pagesOf(options);
  return ask => pages.problem(ask, { status: 404, title: 'Not found', message: 'There is no such page.' });
}
