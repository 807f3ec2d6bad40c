import { BlockList, isIP } from 'node:net';
import { secret } from '@itsm-bridge/core';
import { z } from 'zod';
import { hostPort } from './host-port.ts';

const headerName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/i, 'accepted is the name of a header, such as x-forwarded-user')
  .transform(name => name.toLowerCase());

const personName = z.string().trim().min(1, 'is empty; say whose it is').max(100);

/** An address or a network of them, `10.0.0.0/8`. */
const network = z
  .string()
  .refine(isNetwork, 'accepted is an address or a network of them, such as 10.0.3.7 or 10.0.0.0/8');

const token = z.strictObject({
  name: personName,
  role: z.enum(['viewer', 'approver']),
  /** At least 20 characters, of which 32 hex digits are best: `openssl rand -hex 16`. */
  token: secret(),
});

const proxy = z.strictObject({
  /** The proxy sets it to who has signed in, and takes it out of what it was sent. */
  header: headerName,
  /** Where the proxy's connections come from. The header of anybody else is refused. */
  trust: z.array(network).min(1, 'names nobody; list the addresses that the proxy connects from'),
  /** Names that may act; everybody else may look. */
  approvers: z.array(personName).default([]),
  /** A header with roles or groups of the visitor, separated by commas; the proxy has to set it as it sets the first. */
  rolesHeader: headerName.optional(),
  /** Which of those roles or groups may act. */
  approverRoles: z.array(z.string().trim().min(1)).default(['approver']),
});

/** Who may see and do what. Without a member: only this machine, and everybody on it. */
export const accessOptions = z.strictObject({
  /** Names under which the server is reached, beside the address that it listens on: `itsm.example.com`, with a port where it is not the usual one. */
  hosts: z
    .array(
      z
        .string()
        .refine(
          host => hostPort(host) !== undefined,
          'accepted is a name or an address, such as itsm.example.com or itsm.example.com:8443',
        ),
    )
    .default([]),
  tokens: z
    .array(token)
    .refine(hasOneOfEach, 'has two tokens of one name; each name stands once, so that the record says whose it was')
    .default([]),
  proxy: proxy.optional(),
  /** Signs forms. Needed where several servers stand behind a proxy and there are no tokens; default: made of the tokens, else at random at each start. */
  key: secret().optional(),
});

export type AccessOptions = z.infer<typeof accessOptions>;
export type ProxyOptions = z.infer<typeof proxy>;

function hasOneOfEach(tokens: readonly { readonly name: string }[]): boolean {
  return new Set(tokens.map(({ name }) => name)).size === tokens.length;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  if (!/^\d{1,3}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(address, Number(bits), family === 6 ? 'ipv6' : 'ipv4');
    return true;
  } catch {
    return false;
  }
}
