import type { RecordedRequest } from '../simulator/recorded-request.ts';

/** What the platform answers to the same request once more. */
export async function answerTo(url: string, { method, path, query, headers, body }: RecordedRequest) {
  const { host: _h, connection: _c, 'content-length': _l, 'accept-encoding': _a, ...sent } = headers;
  const search = new URLSearchParams(query);
  const answer = await fetch(`${url}${path}${search.size > 0 ? `?${search}` : ''}`, {
    method,
    headers: sent,
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
  });
  const {
    'content-length': _n,
    connection: _o,
    'transfer-encoding': _t,
    ...shown
  } = Object.fromEntries(answer.headers);
  return { status: answer.status, headers: shown, text: await answer.text() };
}
