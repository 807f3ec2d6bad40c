import { frameReader } from '../../client/frame-reader.ts';

export interface TestClient {
  readonly status: number;
  readonly headers: Headers;
  /** What has come last, once it holds the text. Rejects where the stream ends before. */
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
  let parts: readonly string[] = [];
  const read = frameReader();
  const ids: string[] = [];
  const more = async (): Promise<boolean> => {
    const { done = true, value = '' } = (await reader?.read()) ?? {};
    parts = [...parts.slice(-30), value];
    for (const { id, data } of read(value)) if (id !== undefined && data !== undefined) ids.push(id);
    return !done;
  };
  const until = async (holds: () => boolean) => {
    while (!holds()) if (!(await more())) throw new Error(`The stream has ended after: ${parts.join('')}`);
  };
  return {
    status: response.status,
    headers: response.headers,
    async until(part) {
      await until(() => parts.join('').includes(part));
      return parts.join('');
    },
    async ids(count) {
      await until(() => ids.length >= count);
      return ids;
    },
    async ended() {
      while (await more());
      return parts.join('');
    },
    leave: () => leaving.abort(),
  };
}
