import type { Pattern, Span } from './pattern.ts';

const before = /[\p{L}\p{N}._%+'-]{1,64}$/u;
const after = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:xn--[a-z\d-]{2,59}|\p{L}{2,63})/iu;
/** RFC 5321, 4.5.3.1, in octets. */
const [localPart, domain] = [64, 255];

/** An address of mail, looked for from its `@`: a long word without one costs nothing. */
export const emailPattern: Pattern = {
  name: 'email',
  *find(text): Iterable<Span> {
    let done = 0;
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      const local = before.exec(text.slice(Math.max(done, at - localPart), at))?.[0];
      const host = local && after.exec(text.slice(at + 1, at + 1 + domain))?.[0];
      if (!local || !host) continue;
      done = at + 1 + host.length;
      yield [at - local.length, done];
    }
  },
};
