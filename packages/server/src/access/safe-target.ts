const here = 'http://here.invalid';

/** Where to go on after signing in: a path of this server, else its first page. */
export function safeTarget(to: string | undefined): string {
  const url = to?.startsWith('/') === true ? URL.parse(to, here) : null;
  // As `URL` reads it, so that no browser reads `//` or `/\` as another host.
  return url?.origin === here && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/';
}
