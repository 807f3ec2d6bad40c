/** What a platform answers. An empty `body` goes out as no body at all; a file goes out as the bytes that it is. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

type Headers = Readonly<Record<string, string>>;

export const jsonReply = (status: number, body: unknown, headers: Headers = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  body: JSON.stringify(body),
});

export const htmlReply = (status: number, body: string, headers: Headers = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html;charset=UTF-8', ...headers },
  body,
});

export const emptyReply = (status: number, headers: Headers = {}): Reply => ({ status, headers, body: '' });

/** 200 with what was found; nothing where nothing was, which the kit answers with the platform's 404. */
export const foundReply = (found: unknown, headers: Headers = {}): Reply | undefined =>
  found === undefined ? undefined : jsonReply(200, found, headers);
