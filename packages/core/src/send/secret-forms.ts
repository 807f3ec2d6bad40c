import { characterForms } from './character-forms.ts';

/** One form of a secret: the sources of patterns, one for each of its characters. */
export type SecretForm = readonly string[];

/** Below that, what base64 makes of the inside of a secret is too short to be told from any other text. */
const shortest = 12;

/**
 * A secret as texts may quote it: as it is, each character in the way of whatever encoding; in base64 and base64url, also
 * where the encoded text began before it; in hexadecimal. Longer forms first: one may hold another.
 */
export function secretForms(secret: string): readonly SecretForm[] {
  const bytes = Buffer.from(secret, 'utf8');
  const inside = [1, 2].map(offset => insideBase64(bytes, offset)).filter(text => text.length >= shortest);
  const base64 = bytes.toString('base64');
  const hex =
    bytes.length < shortest / 2 ? [] : [[...bytes.toString('hex')].map(digit => `[${digit}${digit.toUpperCase()}]`)];
  return [
    ...hex,
    [...[...base64.replace(/(?<!=)=+$/, '')].map(base64Forms), ...(base64.endsWith('=') ? ['(?:=|%3[dD]){0,2}'] : [])],
    ...inside.map(text => [...text].map(base64Forms)),
    [...secret].map(characterForms),
  ];
}

/** Without the ends that its neighbours share. */
function insideBase64(bytes: Buffer, offset: number): string {
  const all = Buffer.concat([Buffer.alloc(offset), bytes]);
  return all.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((all.length * 8) / 6));
}

const base64Forms = (character: string): string => {
  if (character === '+') return `(?:-|${characterForms('+')})`;
  return character === '/' ? `(?:_|${characterForms('/')})` : character;
};
