import { ItsmError } from '../itsm-error.ts';

export interface PageQuery {
  /** At most 500. */
  readonly limit: number;
  /** `next` of the page before. @default the first page */
  readonly after?: string;
}

const mostPerPage = 500;

/** @throws ItsmError kind `input`: no page is of that size */
export function checkLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostPerPage) return;
  throw new ItsmError('input', `limit: ${limit} is no size of a page; it is a whole number from 1 to ${mostPerPage}.`);
}

/** Of a list whose places are ids. @throws ItsmError kind `input`: the page is none that can be asked for */
export function checkPage({ limit, after }: PageQuery): void {
  checkLimit(limit);
  if (after === undefined || /^\d{1,18}$/.test(after)) return;
  const what = `after: ${JSON.stringify(after.slice(0, 60))} is no place in this list`;
  throw new ItsmError('input', `${what}; hand in "next" of the page before as it came, or leave it out.`);
}
