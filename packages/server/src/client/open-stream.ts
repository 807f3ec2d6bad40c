import { refusal } from './events-refusal.ts';
import { frameReader, type StreamFrame } from './frame-reader.ts';
import type { Sleep } from './sleep.ts';

export interface OpenStream {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof globalThis.fetch;
  /** Without a byte for so long, the connection counts as lost. */
  readonly silenceMs: number;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
  onOpen(): void;
}

/** The server is there and cannot serve now. */
export interface Busy {
  readonly retryAfterMs: number;
}

/** One connection, until it is lost: it ends where the server ends it, and throws otherwise. */
export async function* openStream(options: OpenStream): AsyncGenerator<readonly StreamFrame[], void, void> {
  const { url, headers, fetch, silenceMs, sleep, signal, onOpen } = options;
  const lost = new AbortController();
  const both = AbortSignal.any([signal, lost.signal]);
  /** What is asked, unless it stays silent for too long. */
  const heard = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
    const came = new AbortController();
    const silent = sleep(silenceMs, came.signal).then(
      () => {
        lost.abort();
        throw new Error(`Nothing came for ${silenceMs} ms.`);
      },
      () => asked,
    );
    try {
      return await Promise.race([asked, silent]);
    } finally {
      came.abort();
    }
  };
  try {
    const asked = { accept: 'text/event-stream', ...headers };
    const response = await heard(fetch(url, { headers: asked, cache: 'no-store', signal: both }));
    await checkAnswer(response, heard);
    onOpen();
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const frames = frameReader();
    for (;;) {
      const { done = true, value = '' } = (await (reader && heard(reader.read()))) ?? {};
      if (done) return;
      yield frames(value);
    }
  } finally {
    lost.abort();
  }
}

/** These may be answered otherwise when they are asked again: request timeout, too early, too many requests. */
const passing = [408, 425, 429];

async function checkAnswer(
  response: Response,
  heard: <Answer>(asked: Promise<Answer>) => Promise<Answer>,
): Promise<void> {
  const { status } = response;
  const type = response.headers.get('content-type') ?? 'no content type';
  if (status === 200 && type.startsWith('text/event-stream')) return;
  if (status === 200) throw refusal(`The events are ${type}, and not text/event-stream: is the address right?`, status);
  const text = (await heard(response.text())).trim().slice(0, 300);
  const message = `The server of the events answers ${status}${text === '' ? '' : `: ${text}`}`;
  if (status < 500 && !passing.includes(status)) throw refusal(message, status);
  const seconds = Number(/^\d+$/.exec(response.headers.get('retry-after') ?? '')?.[0] ?? 0);
  throw Object.assign(new Error(message), { retryAfterMs: seconds * 1_000 } satisfies Busy);
}
