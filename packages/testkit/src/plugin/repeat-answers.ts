import type { RecordedRequest } from '../simulator/recorded-request.ts';
import type { PlatformUnderTest } from './plugin-under-test.ts';

/** Has the next requests answered as those so far were, in their order, whatever they ask for. */
export async function repeatAnswers(simulator: PlatformUnderTest['simulator']): Promise<void> {
  const asked = [...simulator.requests];
  const answers = await Promise.all(asked.map(request => answerTo(simulator.url, request)));
  for (const [index, answer] of answers.entries())
    simulator.fault({ on: `${asked[index]?.method} /`, effect: { kind: 'status', ...answer } });
}

/** What the platform answers to the same request once more. */
async function answerTo(url: string, { method, path, query, headers, body }: RecordedRequest) {
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
