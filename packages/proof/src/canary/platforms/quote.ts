import { findSecrets } from '../secrets/find-secrets.ts';
import { needlesOf } from '../secrets/needles.ts';
import type { Planted } from '../secrets/planted.ts';
import { written } from '../secrets/written.ts';
import type { Heard } from './heard.ts';

const dull: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'accept',
  'accept-encoding',
  'user-agent',
  'content-length',
]);

/** All that a platform can say of a request: it as it came, and each secret of it in every form. */
export function quote(request: Heard, secrets: readonly Planted[]): string {
  const { method, url, headers, body } = request;
  const told = Object.entries(headers).filter(([name]) => !dull.has(name));
  const raw = [`${method} ${url}`, ...told.map(([name, value]) => `${name}: ${value}`), '', body.slice(0, 300)].join(
    '\n',
  );
  const plain = `${raw}\n${body}\n${decoded(url)}\n${decoded(body.replaceAll('+', ' '))}`;
  const credentials = (headers.authorization ?? '').split(/ (.*)/s)[1] ?? '';
  const pair = Buffer.from(credentials, 'base64').toString('utf8');
  const carried = secrets.filter(secret => findSecrets(`${plain}\n${pair}`, needlesOf(secret)).length > 0);
  const others = [credentials, pair, headers['webhook-signature'] ?? ''].filter(text => text.length > 9);
  const cut = (text: string) => `${text.slice(0, Math.ceil(text.length * 0.6))}…`;
  return [raw, ...carried.flatMap(({ text }) => written(text)), ...others, ...others.map(cut)].join(' | ');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
