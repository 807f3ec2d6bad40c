import { ItsmError } from '../itsm-error.ts';

export interface PageQuery {
  /** At most 1,000. */
  readonly limit: number;
  /** `next` of the page before. @default the first page */
  readonly after?: string;
}

/** @throws ItsmError kind `input`: the page is none that can be asked for */
export function checkPage({ limit, after }: PageQuery): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000)
    throw new ItsmError('input', `limit: found ${limit}; accepted is a whole number from 1 to 1000.`);
  if (after !== undefined && !/^\d{1,18}$/.test(after))
    throw new ItsmError('input', 'after: is not the "next" of a page.');
}
