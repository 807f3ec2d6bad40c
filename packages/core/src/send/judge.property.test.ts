import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpConfig } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { judgeAnswer, type RawAnswer } from './judge-answer.ts';
import { judgeSilence, type Silence } from './judge-silence.ts';

const now = new Date('2025-10-27T10:30:00Z');
const url = 'https://example.service-now.com/api/now/table/incident';
const config: HttpConfig = {
  baseURL: 'https://example.service-now.com',
  auth: { masked: {}, headers: async () => ({}), refresh: async () => false },
  errorMessage: () => undefined,
};
const reads: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE');
const text = fc.oneof(fc.json(), fc.string(), fc.constant(''), fc.constant('<html>'));
const headers = fc
  .record(
    {
      'content-type': fc.constantFrom('application/json', 'text/html', 'application/problem+json', ''),
      'retry-after': fc.oneof(fc.nat(1e9).map(String), fc.string(), fc.constant('Mon, 27 Oct 2025 10:31:00 GMT')),
      location: fc.string(),
    },
    { requiredKeys: [] },
  )
  .map((one): Record<string, string> => one);
const answers: fc.Arbitrary<RawAnswer> = fc.record({
  ...{ method, headers, text, url: fc.constant(url) },
  status: fc.integer({ min: 100, max: 999 }),
});

function judged(answer: RawAnswer): ItsmError | 'success' {
  try {
    judgeAnswer(answer, config, now);
    return 'success';
  } catch (error) {
    if (ItsmError.is(error)) return error;
    throw error;
  }
}

describe('an answer, whatever its status, method and text', () => {
  it('is a success or an error of ours; only 2xx is a success', () => {
    fc.assert(
      fc.property(answers, answer => {
        const verdict = judged(answer);
        const good = answer.status >= 200 && answer.status < 300;
        if (!good) expect(verdict).toBeInstanceOf(ItsmError);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves no doubt behind a read, and keeps the doubt of a write that the platform may have taken', () => {
    fc.assert(
      fc.property(answers, answer => {
        const verdict = judged(answer);
        const kind = verdict === 'success' ? verdict : verdict.kind;
        if (reads.has(answer.method)) expect(kind).not.toBe('outcome-unknown');
        // What is safe to send again was refused before it was taken: 429, and 503 that says when to come back.
        else if (kind === 'unavailable') expect(answer.status).toBe(503);
        else if (kind === 'rate-limited') expect(answer.status).toBe(429);
      }),
      { numRuns: 1_000 },
    );
  });
});

const codes = fc.oneof(
  fc.constantFrom('ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ERR_CANCELED', 'ERR_BAD_REQUEST'),
  fc.constantFrom('CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'EPROTO', 'ECONNABORTED', 'ERR_BAD_RESPONSE'),
  fc.string(),
);
const silences: fc.Arbitrary<Silence> = fc.record({
  ...{ method, url: fc.constant(url), message: fc.string(), timedOut: fc.boolean(), begun: fc.boolean() },
  status: fc.option(fc.integer({ min: 100, max: 599 }), { nil: undefined }),
  code: fc.option(codes, { nil: undefined }),
  syscall: fc.constantFrom(undefined, 'connect', 'read', 'write'),
});

describe('silence, whatever its code', () => {
  it('is an error of ours; a read leaves no doubt, and a write does unless it is known not to have been sent', () => {
    const neverSent = /could not be reached|was not sent/;
    fc.assert(
      fc.property(silences, silence => {
        const { kind, message } = judgeSilence(silence);
        expect(['config', 'unavailable', 'outcome-unknown']).toContain(kind);
        if (reads.has(silence.method)) expect(kind).not.toBe('outcome-unknown');
        else if (kind !== 'outcome-unknown') expect(message).toMatch(neverSent);
      }),
      { numRuns: 1_000 },
    );
  });
});
