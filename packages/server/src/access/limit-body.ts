import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Look } from './access.ts';
import { refuse } from './refuse.ts';
import type { AccessEnv } from './visitor.ts';

/** A form and its texts; what people attach goes by the command. */
const maxSize = 64 * 1024;

/** Refuses a body that is larger than what is pressed here. One without a length is read up to there. */
export function limitBody(look: Look): MiddlewareHandler<AccessEnv> {
  const limit = bodyLimit({
    maxSize,
    onError: c =>
      refuse(c, look, {
        ...{ status: 413, kind: 'too-large' },
        message: `The request is larger than ${maxSize} bytes, and nothing that is pressed here is. Shorten it.`,
      }),
  });
  return (c, next) => {
    const { raw } = c.req;
    // What is read is put into a copy of the request, and a Request copies none but its own kind: on Node this one may be
    // a stand-in for it.
    if (raw.body !== null && !raw.headers.has('content-length')) c.req.raw = copyOf(raw);
    return limit(c, next);
  };
}

const copyOf = ({ url, method, headers, body, signal }: Request): Request =>
  new Request(url, { method, headers, body, signal, duplex: 'half' });
