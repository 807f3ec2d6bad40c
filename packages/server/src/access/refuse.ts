import { h } from 'hastscript';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Look } from './access.ts';

export interface Refusal {
  readonly status: ContentfulStatusCode;
  readonly kind: 'signed-out' | 'forbidden' | 'foreign' | 'too-many' | 'too-large' | 'ledger';
  /** What was found, and what to do. */
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const titles: Readonly<Record<Refusal['kind'], string>> = {
  'signed-out': 'Signed out',
  forbidden: 'Not allowed',
  foreign: 'Not from here',
  'too-many': 'Too many tries',
  'too-large': 'Too large',
  ledger: 'The ledger is away',
};

/** The same refusal for everybody: a page for browsers, the API's error for programs. */
export function refuse(c: Context, look: Look, { status, kind, message, headers = {} }: Refusal): Response {
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  if (!wantsPage(c, look)) return c.json({ error: { kind, message } }, status);
  return c.html(look.page(titles[kind], [h('p', message)]), status);
}

/** A browser that shows what it gets. */
export const wantsPage = (c: Context, { base }: Pick<Look, 'base'>): boolean =>
  !c.req.path.startsWith(`${base}/api/`) && (c.req.header('accept') ?? '').includes('text/html');
