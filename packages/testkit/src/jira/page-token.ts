import { isJsonObject } from '../simulator/is-json-object.ts';

/** An opaque token for the page of `jql` that begins after `offset` issues. */
export const tokenAt = (offset: number, jql: string): string =>
  Buffer.from(JSON.stringify({ offset, jql })).toString('base64url');

/** Where the page of a token begins: 0 without one, undefined where the token is not one of this query. */
export function pageAfter(token: unknown, jql: string): number | undefined {
  if (token === undefined || token === null) return 0;
  try {
    const page: unknown = JSON.parse(Buffer.from(String(token), 'base64url').toString('utf8'));
    return isJsonObject(page) && page.jql === jql && typeof page.offset === 'number' ? page.offset : undefined;
  } catch {
    return undefined;
  }
}
