import type { FaultEffect } from '../simulator/fault.ts';
import { formsOf } from './shows.ts';
import type { Subject } from './subject.ts';

/** A text that a platform may quote back, and what it is. */
export type Quotable = readonly [name: string, text: string];

/** The secrets of the config, and every header that was made of one: a password is in it in another form. */
export function secretsOf(subject: Subject): readonly Quotable[] {
  const given = Object.entries(subject.platform.env);
  const forms = given.flatMap(([, secret]) => formsOf(secret));
  const sent = subject.requests().flatMap(({ headers: { authorization = '', ...headers } }): readonly Quotable[] => {
    const [, credentials] = authorization.split(/ (.*)/s);
    const signed = Object.entries(headers).filter(([, value]) => forms.some(form => value.includes(form)));
    return [
      ...(credentials ? [['the Authorization header', credentials] as const] : []),
      ...signed.map(([name, value]) => [`the header ${name}`, value] as const),
    ];
  });
  return [...given, ...new Map(sent.map(each => [each.join(' '), each])).values()];
}

/** Wherever a platform may put words of its own into an error, in one body. */
const said = (text: string) => ({
  ...{
    message: text,
    detail: text,
    details: text,
    reason: text,
    title: text,
    description: text,
    error_description: text,
  },
  error: { message: text, detail: text, errors: [text] },
  ...{ errorMessages: [text], messages: [text], errors: [{ message: text, detail: text, field: text, value: text }] },
});
const byField = (text: string) => ({ ...said(text), error: text, errors: { summary: text } });

/**
 * Answers that quote a text, in groups for one platform each: after a refused sign-in or a rate limit nothing more is sent
 * there. The last of each group may be such a one.
 */
export const quotingEffects = (text: string): readonly (readonly FaultEffect[])[] => {
  const status = (code: number, body: unknown, headers = {}): FaultEffect => ({
    kind: 'status',
    status: code,
    body,
    headers,
  });
  return [
    [
      ...[400, 404, 409, 413, 422, 500, 502, 504].map(code => status(code, said(text))),
      ...[400, 500].map(code => status(code, byField(text))),
      ...[200, 400, 500].map(code => status(code, `<!doctype html><title>${text}</title>${text}`)),
      { kind: 'status', status: 200, text: `{"message": "${text}` },
      status(302, undefined, { location: `https://sign-in.example.com/?was=${encodeURIComponent(text)}` }),
      { kind: 'drop', commit: false },
      { kind: 'half-body', commit: false },
      status(401, said(text), { 'www-authenticate': `Basic realm="${headerSafe(text)}"` }),
    ],
    [status(403, byField(text))],
    [status(429, said(text), { 'retry-after': '0' })],
    [status(503, said(text), { 'retry-after': '0' })],
  ];
};

const headerSafe = (text: string): string => text.replace(/[^\x20-\x7e]/g, '');
