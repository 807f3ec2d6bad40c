import { z } from 'zod';
import { isLoopbackHost } from './is-loopback-host.ts';

const accepted = 'accepted is a URL such as https://instance.example.com';

/**
 * The base URL of a platform, without a trailing slash; a path in it is kept. https, or http on a loopback address.
 * A `${NAME}` that is still in it (disabled integration, dry run) is passed on as it is: nothing is sent there.
 *
 * @param exact it is the address itself, and nothing is put behind it: a query is taken, and a trailing slash kept
 */
export const endpoint = ({ exact = false }: { readonly exact?: boolean } = {}) =>
  z.string().transform((text, context) => {
    const ended = (address: string) => (exact ? address : address.replace(/(?<!\/)\/+$/, ''));
    if (/\$\{[^}]+\}/.test(text)) return ended(text);
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const problem = url === undefined ? { message: accepted, params: { found: true } } : judge(url, exact);
    if (url === undefined || problem !== undefined) {
      context.addIssue({ code: 'custom', ...problem });
      return z.NEVER;
    }
    return ended(url.href);
  });

/** `params.found`: the config stage puts what was found before the message. Left out where that may hold a password. */
function judge(url: URL, exact: boolean): { message: string; params?: { found: true } } | undefined {
  if (url.username !== '' || url.password !== '')
    return { message: 'has a user name or password in it; write them as members of their own' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { message: accepted, params: { found: true } };
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname))
    return { message: 'http:// is only allowed for loopback addresses; use https://…' };
  if (exact && url.href.includes('#')) return { message: 'has a fragment; write the URL without #' };
  if (!exact && /[?#]/.test(url.href)) return { message: 'has a query or a fragment; write the URL without ? and #' };
  return undefined;
}
