import { BlockList, isIP } from 'node:net';

/**
 * Whether NO_PROXY exempts an address: `*`, names, ends of names after a `.` or a `*`, IP addresses and networks
 * (`10.0.0.0/8`), each also with a port.
 */
export function exemptFrom(noProxy: string, { hostname, port, protocol }: URL): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const from = port || (protocol === 'https:' ? '443' : '80');
  const entries = noProxy.toLowerCase().split(/[\s,]+/);
  return entries.some(entry => {
    const [, bracketed, plain, only] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(entry) ?? [];
    const name = bracketed ?? plain ?? entry;
    if (name === '' || (only !== undefined && only !== from)) return false;
    if (name.includes('/')) return isWithin(host, name);
    const end = name.replace(/^\*/, '');
    return end !== name || end.startsWith('.') ? host.endsWith(end) : host === end;
  });
}

function isWithin(host: string, network: string): boolean {
  const [base = '', bits] = network.split('/');
  const family = isIP(base) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(host) === 0 || isIP(base) === 0) return false;
  const list = new BlockList();
  try {
    list.addSubnet(base, Number(bits), family);
  } catch {
    return false;
  }
  return list.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');
}
