import { InvalidArgumentError } from 'commander';
import { port } from './port.ts';

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** As it stands in a URL. */
export const urlHost = ({ host }: ListenAddress): string => (host.includes(':') ? `[${host}]` : host);

/** `9464`, of loopback, or `0.0.0.0:9464`, `[::]:9464`. @throws InvalidArgumentError */
export function listenAddress(text: string): ListenAddress {
  const colon = text.lastIndexOf(':');
  if (colon === -1) return { host: '127.0.0.1', port: port(text) };
  const host = text.slice(0, colon).replace(/^\[(.*)\]$/, '$1');
  if (host === '') throw new InvalidArgumentError('accepted is PORT, ADDRESS:PORT or [ADDRESS]:PORT.');
  return { host, port: port(text.slice(colon + 1)) };
}
