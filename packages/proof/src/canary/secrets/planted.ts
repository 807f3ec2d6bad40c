import { createHash } from 'node:crypto';

/** One secret that stands somewhere in a config, or that a platform hands out. */
export interface Planted {
  /** Where it stands: `servicenow.auth[oauth2].client_secret`. */
  readonly name: string;
  readonly text: string;
}

/** What a place takes: a header no line end, a form anything. */
export type Shape = 'password' | 'header' | 'path' | 'signing' | 'plain';

/** Letters and digits that are found nowhere else, the same in every run. */
const unique = (name: string, part: number): string =>
  createHash('sha256').update(`canary ${name} ${part}`).digest('hex').slice(0, 14);

/**
 * A secret for a place. Between its unique parts it has the characters in which encodings differ, so that a form which
 * nobody thought of is another text.
 */
export function planted(name: string, shape: Shape = 'password'): Planted {
  const [a, b, c] = [unique(name, 1), unique(name, 2), unique(name, 3)];
  const texts: Readonly<Record<Shape, string>> = {
    password: `${a}+/="${b}<&>%é\\ '${c}`,
    header: `${a}+/="${b}<&>%~\\ '${c}`,
    path: `T${a}/B ${b}+/${c}?sig=${a}&v=1`,
    signing: `whsec_${Buffer.from(createHash('sha256').update(name).digest()).toString('base64')}`,
    plain: `${a}${b}${c}`,
  };
  return { name, text: texts[shape] };
}
