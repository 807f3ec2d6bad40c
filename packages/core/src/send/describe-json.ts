import type { AuthStrategy, RequestPreview } from '../contracts.ts';

/** A JSON request as `createHttp` sends it: the same bytes, its sign-in masked. */
export const describeJson = (
  method: RequestPreview['method'],
  url: string,
  payload: unknown,
  { masked }: Pick<AuthStrategy, 'masked'>,
): RequestPreview => ({
  method,
  url,
  headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...masked },
  body: JSON.stringify(payload),
});
