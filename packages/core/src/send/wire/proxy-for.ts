import { isLoopbackHost } from '../../config/members/is-loopback-host.ts';
import { exemptFrom } from './exempt-from.ts';

/**
 * The URL of the proxy that leads to a base address: the integration's own, else that of the environment (`https_proxy`,
 * `all_proxy`, `no_proxy`, in small letters or in capitals). None leads to a loopback address.
 */
export function proxyFor(base: URL, own: string | undefined, environment: NodeJS.ProcessEnv): string | undefined {
  if (isLoopbackHost(base.hostname)) return undefined;
  if (own !== undefined) return own;
  const told = (name: string) => environment[name] || environment[name.toUpperCase()] || '';
  const scheme = base.protocol.slice(0, -1);
  const proxy = told(`${scheme}_proxy`) || told('all_proxy');
  if (proxy === '' || exemptFrom(told('no_proxy'), base)) return undefined;
  return proxy.includes('://') ? proxy : `${scheme}://${proxy}`;
}
