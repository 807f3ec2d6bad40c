import type { AuthStrategy, HttpConfig, RequestPreview } from '../contracts.ts';

/**
 * A JSON request as `createHttp` sends it: the same bytes, its sign-in masked.
 *
 * @param headers the fixed ones, as `createHttp` was given them
 */
export const describeJson = (
  method: RequestPreview['method'],
  url: string,
  payload: unknown,
  { masked }: Pick<AuthStrategy, 'masked'>,
  headers: HttpConfig['headers'] = {},
): RequestPreview => ({
  method,
  url,
  headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers, ...masked },
  body: JSON.stringify(payload),
});
