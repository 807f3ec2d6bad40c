import type { Planted } from './planted.ts';

export interface Needle {
  readonly secret: string;
  readonly form: 'plain or URL-encoded' | 'base64' | 'hex';
  readonly text: string;
  /** Letters of either case are the same. */
  readonly anyCase: boolean;
}

/** Runs of letters and digits are the same in every encoding that is meant for texts: percent, form, JSON, HTML. */
const run = /[A-Za-z0-9]{10,}/g;
const longest = 24;

/**
 * What a text must not contain: each longer run of a secret as it is, in hex, and in base64 wherever in the encoded text it
 * began. A secret that was cut is found by the runs that are left.
 */
export function needlesOf({ name, text }: Planted): readonly Needle[] {
  const runs = [...new Set(text.match(run) ?? [])];
  if (runs.length === 0) throw new TypeError(`${name} has no run of ten letters and digits to look for.`);
  // Of a key in PEM a few lines out of its middle: its first one is that of every key.
  const chosen = runs.length > 6 ? runs.slice(2, 8) : runs;
  return chosen
    .map(each => each.slice(0, longest))
    .flatMap((each): readonly Needle[] => [
      { secret: name, form: 'plain or URL-encoded', text: each.toLowerCase(), anyCase: true },
      { secret: name, form: 'hex', text: Buffer.from(each, 'utf8').toString('hex'), anyCase: true },
      ...[0, 1, 2].map(
        (offset): Needle => ({
          ...{ secret: name, form: 'base64', anyCase: false },
          text: insideBase64(each, offset),
        }),
      ),
    ]);
}

/** What base64 makes of a text that begins that many bytes after a group of three, without what its neighbours share. */
function insideBase64(text: string, offset: number): string {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text, 'utf8')]);
  return bytes.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6));
}
