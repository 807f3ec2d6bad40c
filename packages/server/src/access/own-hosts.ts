import { isLoopbackHost } from '@itsm-bridge/core';
import { type HostPort, hostPort } from './host-port.ts';
import type { Peer } from './peer-of.ts';
import { urlHost } from './url-host.ts';

/** Whether a Host header names this server: the address that was connected to, or a name of the options. */
export function isOwnHost(header: string, local: Peer['local'], hosts: readonly string[]): boolean {
  const given = hostPort(header);
  if (given === undefined) return false;
  if (isNamedHost(header, hosts)) return true;
  // Without a port it is the usual one, of whichever of the two is spoken here.
  if (given.port === undefined ? usual(local.port) !== undefined : given.port !== local.port) return false;
  if (isLoopbackHost(local.address)) return isLoopbackHost(given.host);
  return given.host === hostPort(urlHost(local.address))?.host;
}

/** Whether the options name it. A name without a port means the usual one of http or https. */
export function isNamedHost(header: string, hosts: readonly string[]): boolean {
  const given = hostPort(header);
  return given !== undefined && hosts.some(host => isSame(given, hostPort(host)));
}

const isSame = (given: HostPort, own: HostPort | undefined): boolean =>
  given.host === own?.host && usual(given.port) === usual(own.port);

const usual = (port: number | undefined): number | undefined => (port === 80 || port === 443 ? undefined : port);
