import { frameReader } from '../../client/frame-reader.ts';

export interface TestClient {
  readonly status: number;
  readonly headers: Headers;
  /** What has come, the last 100 KB of it, once it holds the text. Rejects where the stream ends before. */
  until(text: string): Promise<string>;
  /** The ids of events, once there are so many. */
  ids(count: number): Promise<readonly string[]>;
  /** Resolves with all that came when the server ends the stream. */
  ended(): Promise<string>;
  leave(): void;
}

/** Somebody who reads as fast as it comes. */
export async function openClient(url: string, headers: Record<string, string> = {}): Promise<TestClient> {
  const leaving = new AbortController();
  const response = await fetch(url, { headers, signal: leaving.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const read = frameReader();
  const ids: string[] = [];
  const more = async (): Promise<boolean> => {
    const { done = true, value = '' } = (await reader?.read()) ?? {};
    text = (text + value).slice(-100_000);
    for (const { id, data } of read(value)) if (id !== undefined && data !== undefined) ids.push(id);
    return !done;
  };
  const until = async (holds: () => boolean) => {
    while (!holds()) if (!(await more())) throw new Error(`The stream has ended after: ${text}`);
  };
  return {
    status: response.status,
    headers: response.headers,
    async until(part) {
      await until(() => text.includes(part));
      return text;
    },
    async ids(count) {
      await until(() => ids.length >= count);
      return ids;
    },
    async ended() {
      while (await more());
      return text;
    },
    leave: () => leaving.abort(),
  };
}
