import { getEventListeners } from 'node:events';
import { trace } from '@opentelemetry/api';
import { afterEach, expect, it, vi } from 'vitest';
import { hostSdk } from '../__tests__/host-sdk.ts';
import { answerJson, localServer } from '../__tests__/local-server.ts';
import { integration } from '../__tests__/samples.ts';
import { createHttp } from './create-http.ts';
import { noAuth } from './no-auth.ts';
import { systemClock } from './system-clock.ts';

const sdk = hostSdk();
afterEach(() => {
  sdk.stop();
  vi.useRealTimers();
});

const broken = () => {
  throw new Error('no span');
};

it.each([
  ['has been answered', () => {}],
  [
    'has no span, since the tracer of the host throws',
    () => trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan: broken, startActiveSpan: broken }) }),
  ],
])('a request that %s leaves neither a timer nor a listener behind', async (_, begin) => {
  await using server = await localServer(answerJson(200, {}));
  const http = createHttp(
    { baseURL: server.url, auth: noAuth, errorMessage: () => undefined },
    integration.transport,
    systemClock,
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // undici has a timer for all of its connections, which the first request of a process may start.
  await http.get('/first');
  const ofUndici = vi.getTimerCount();
  begin();
  const { signal } = new AbortController();
  await http.get('/x', { signal }).catch((error: unknown) => expect(error).toMatchObject({ message: 'no span' }));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(vi.getTimerCount()).toBe(ofUndici);
});
