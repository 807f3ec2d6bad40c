import { emailPattern } from './email-pattern.ts';
import { passesLuhn } from './passes-luhn.ts';
import type { Pattern, Span } from './pattern.ts';

/** Where in a candidate it is; undefined: it only looks like it. */
type Narrow = (candidate: string) => Span | undefined;

// Each repetition has a bound, or what begins it can stand nowhere inside it: no text makes them go back over it again and again.
const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
const ipv4 = new RegExp(String.raw`(?<![\d.])(?:${octet}\.){3}${octet}(?!\.?\d)`, 'g');
const ipv6 = /(?<![\w:.])[\da-f]{0,4}(?::[\da-f]{0,4}){2,8}(?::?(?:\d{1,3}\.){3}\d{1,3})?(?![\w:]|\.\d)/gi;
const fourByFour = String.raw`(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6011|64[4-9]\d|65\d\d)([ -]?)\d{4}\1\d{4}\1\d{4}`;
const others = String.raw`3[47]\d\d([ -]?)\d{6}\2\d{5}|3(?:0[0-5]|[689]\d)\d([ -]?)\d{6}\3\d{4}`;
const creditCard = new RegExp(String.raw`(?<!\d)(?:${fourByFour}|${others})(?!\d)`, 'g');
const bearerToken = /\bbearer\s+[\w.~+/-]{8,}=*/gi;
const accessKey = String.raw`\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b`;
const secretKey = String.raw`(?:secret_?access_?key|aws_?secret_?key|session_?token)\\?["']?\s{0,4}[=:]\s{0,4}\\?["']?[a-z\d/+]{40,}=*`;
const awsKey = new RegExp(`${accessKey}|${secretKey}`, 'gi');
const dotted = /[\w.-]{12,}/g;

const all: Narrow = candidate => [0, candidate.length];
const lone: Narrow = candidate => {
  const address = /[^:]:$/.test(candidate) ? candidate.slice(0, -1) : candidate;
  return address !== '::' && URL.canParse(`http://[${address}]`) ? [0, address.length] : undefined;
};
const card: Narrow = candidate => (passesLuhn(candidate) ? all(candidate) : undefined);
/** It begins with `{"` in base64url, whatever it is glued to, and has two parts more (RFC 7519; five of RFC 7516). */
const token: Narrow = candidate => {
  const start = candidate.indexOf('eyJ');
  return start >= 0 && candidate.slice(start + 8).split('.').length > 2 ? [start, candidate.length] : undefined;
};

const pattern = (name: string, expression: RegExp, narrow: Narrow = all): Pattern => ({
  name,
  *find(text): Iterable<Span> {
    for (const { 0: candidate, index } of text.matchAll(expression)) {
      const found = narrow(candidate);
      if (found !== undefined) yield [index + found[0], index + found[1]];
    }
  },
});

/** What a log excerpt most often carries and a ticket must not. */
export const builtInPatterns: ReadonlyMap<string, Pattern> = new Map(
  [
    emailPattern,
    pattern('ipv4', ipv4),
    pattern('ipv6', ipv6, lone),
    pattern('credit_card', creditCard, card),
    pattern('bearer_token', bearerToken),
    pattern('aws_key', awsKey),
    pattern('jwt', dotted, token),
  ].map(one => [one.name, one]),
);
