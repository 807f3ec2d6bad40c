import { BlockList, isIP } from 'node:net';
import { secret } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { hostPort } from './host-port.ts';

const headerName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/i, 'accepted is the name of a header, such as x-forwarded-user')
  .transform(name => name.toLowerCase());

const personName = z.string().trim().min(1, 'is empty; say whose it is').max(100);

/** An address or a network of them, `10.0.0.0/8`. */
const network = z
  .string()
  .refine(isNetwork, 'accepted is an address or a network of them, such as 10.0.3.7 or 10.0.0.0/8')
  .refine(text => !/\/0+$/.test(text), 'is every address, so that anybody could be anybody; name those of the proxy');

const hostName = z
  .string()
  .refine(
    host => hostPort(host) !== undefined,
    'accepted is a name or an address, such as itsm.example.com or itsm.example.com:8443',
  );

const token = z.strictObject({
  name: personName.describe('Whose it is, for the record'),
  role: z.enum(['viewer', 'approver']).describe('A viewer sees, an approver acts'),
  token: secret().meta({ description: 'At least 20 characters; "openssl rand -hex 16" makes one' }),
});

const proxy = z
  .strictObject({
    header: headerName
      .optional()
      .describe(
        'In which the proxy says who has signed in; it has to take out what visitors send in its place. Without it people sign in with tokens',
      ),
    trust: z
      .array(network)
      .min(1, 'names nobody; list the addresses that the proxy connects from')
      .describe(
        'Where the proxy connects from; the header of anybody else is refused. Wrong tokens are counted by the address that it adds to X-Forwarded-For',
      ),
    approvers: z.array(personName).default([]).describe('Names that may act; everybody else may look'),
    roles_header: headerName
      .optional()
      .describe('In which the proxy sends roles or groups, separated by commas; it has to set it as it sets the first'),
    approver_roles: z
      .array(z.string().trim().min(1, 'is empty'))
      .default(['approver'])
      .describe('Which of those roles or groups may act'),
  })
  .refine(
    ({ header, approvers, roles_header }) =>
      header !== undefined || (approvers.length === 0 && roles_header === undefined),
    'says who may act and not who is there; add "header", in which the proxy says who has signed in',
  )
  .transform(({ roles_header, approver_roles, ...rest }) => ({
    ...rest,
    ...(roles_header === undefined ? {} : { rolesHeader: roles_header }),
    approverRoles: approver_roles,
  }));

/**
 * Who may see and do what, as a file or a host's code writes it. Without a member: only this machine, and everybody on
 * it.
 */
export const accessOptions = z.strictObject({
  hosts: z
    .array(hostName)
    .default([])
    .describe('Names under which the server is reached, beside the address that it listens on: itsm.example.com'),
  tokens: z
    .array(token)
    .refine(hasOneOfEach, 'has two tokens of one name; each name stands once, so that the record says whose it was')
    .default([])
    .describe('With which people and programs sign in'),
  proxy: proxy.optional().describe('A proxy in front; with `header`, one where people have signed in already'),
  key: secret().optional().meta({
    description:
      'Signs forms, at least 20 characters; needed where several servers stand behind a proxy and there are no tokens; default: made of the tokens, else at random at each start',
  }),
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
