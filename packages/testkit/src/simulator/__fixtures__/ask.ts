export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed, where it is JSON. */
  readonly body: unknown;
}

export interface Asking {
  readonly auth?: string;
  /** A string goes out as it is, anything else as JSON. */
  readonly body?: unknown;
  /** @default 'application/json' */
  readonly type?: string;
}

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** Sends one request, `'POST /path?query'`, over real HTTP. */
export async function ask(
  url: string,
  line: string,
  { auth, body, type = 'application/json' }: Asking = {},
): Promise<Answer> {
  const [method = 'GET', path = '/'] = line.split(/ (.*)/s);
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': type, ...(auth ? { authorization: auth } : {}) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
