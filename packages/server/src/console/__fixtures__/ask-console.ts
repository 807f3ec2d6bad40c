import type { SampleConsole } from './sample-console.ts';
import { wordsOf } from './words-of.ts';

export interface SeenPage {
  readonly status: number;
  readonly location: string | null;
  header(name: string): string | null;
  readonly html: string;
  readonly words: string;
}

/** A page as a browser gets it, and as a person reads it. */
export async function see(
  { app }: Pick<SampleConsole, 'app'>,
  path: string,
  init: RequestInit = {},
): Promise<SeenPage> {
  const answer = await app.request(path, init);
  const html = await answer.text();
  const header = (name: string) => answer.headers.get(name);
  return { status: answer.status, location: header('location'), header, html, words: wordsOf(html) };
}

/** What a form of ours sends. */
export function send(
  sample: Pick<SampleConsole, 'app'>,
  path: string,
  form: Record<string, string | readonly string[]> = {},
): Promise<SeenPage> {
  const body = new URLSearchParams({ csrf: 'sample-token' });
  for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value);
  return see(sample, path, { method: 'POST', body });
}
