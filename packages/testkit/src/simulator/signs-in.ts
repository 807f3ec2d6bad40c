import { isDeepStrictEqual } from 'node:util';
import { type Authorization, parseAuthorization } from './authorization.ts';
import type { RecordedRequest } from './recorded-request.ts';

/** Whether the Authorization header is that of `who`: `signsIn(request, { kind: 'bearer', token: 'sandbox' })`. */
export const signsIn = ({ headers }: Pick<RecordedRequest, 'headers'>, who: Authorization): boolean =>
  isDeepStrictEqual(parseAuthorization(headers.authorization), who);
