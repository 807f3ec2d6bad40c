/** Shorter parts are words such as `hooks`, and taking them out would only spoil a text. */
const shortest = 8;

/**
 * What of a secret path a platform may quote: the whole, each longer part of it, and the same as it was sent, where the
 * URL's own encoding has changed it.
 */
export function secretsInPath(path: string, sent: URL): readonly string[] {
  const longer = (part: string) => part.length >= shortest;
  const given = path.split(/[/?&=#]/).filter(longer);
  const encoded = `${sent.pathname}${sent.search}`
    .split(/[/?&=]/)
    .filter(part => longer(part) && path.includes(decoded(part)));
  return [...new Set([path, ...given, ...encoded])];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
