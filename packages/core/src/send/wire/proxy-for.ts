import { isLoopbackHost } from '../../config/members/is-loopback-host.ts';
import { ItsmError } from '../../itsm-error.ts';
import { exemptFrom } from './exempt-from.ts';

/**
 * The URL of the proxy that leads to a base address: the integration's own, else that of the environment (`https_proxy`,
 * `all_proxy`, `no_proxy`, in small letters or in capitals). None leads to a loopback address.
 *
 * @throws ItsmError kind `config`: that of the environment speaks something else than HTTP. To pass it by would send what it
 * was meant to see.
 */
export function proxyFor(base: URL, own: string | undefined, environment: NodeJS.ProcessEnv): string | undefined {
  if (isLoopbackHost(base.hostname)) return undefined;
  if (own !== undefined) return own;
  const scheme = base.protocol.slice(0, -1);
  const name = setOf([`${scheme}_proxy`, 'all_proxy'], environment);
  const exempt = setOf(['no_proxy'], environment);
  if (name === undefined || (exempt !== undefined && exemptFrom(environment[exempt] ?? '', base))) return undefined;
  const proxy = environment[name] ?? '';
  const url = proxy.includes('://') ? proxy : `${scheme}://${proxy}`;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw notSpoken(name);
  return url;
}

/** The first variable that is there and not empty. */
const setOf = (names: readonly string[], environment: NodeJS.ProcessEnv): string | undefined =>
  names.flatMap(name => [name, name.toUpperCase()]).find(name => environment[name]);

/** Its value is never repeated: it may hold a password. */
const notSpoken = (name: string): ItsmError => {
  const why = `${name} of the environment is no address of an HTTP proxy, such as http://proxy.example.com:3128 (SOCKS is not spoken).`;
  return new ItsmError('config', `Nothing was sent: ${why} Name one as proxy, or exempt the host by NO_PROXY.`);
};
