/** An address with more at the end of its path: `https://hooks.example.com/services?a=1` and `T0/B0?b=2` make both of both. */
export function withPath(url: URL, more: string): URL {
  const base = `${url.origin}${url.pathname.replace(/\/$/, '')}/`;
  const whole = new URL(`./${more.replace(/^\/+/, '')}`, base);
  for (const [name, value] of url.searchParams) whole.searchParams.append(name, value);
  return whole;
}
