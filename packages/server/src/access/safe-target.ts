const here = 'http://here.invalid';

/** Where to go on after signing in: a path of ours, else the first page. */
export function safeTarget(to: string | undefined, base: string): string {
  const url = to?.startsWith('/') === true ? URL.parse(to, here) : null;
  // As `URL` reads it, so that no browser reads `//` or `/\` as another host.
  const isOurs = url?.origin === here && url.pathname.startsWith(`${base}/`) && !url.pathname.startsWith('//');
  return isOurs ? `${url.pathname}${url.search}` : `${base}/`;
}
