import type { ProxyOptions } from './access-options.ts';
import type { Visitor } from './visitor.ts';

export type ProxyAnswer =
  | { readonly kind: 'visitor'; readonly visitor: Visitor }
  /** The proxy says nothing: nobody has signed in there, or nobody does. */
  | { readonly kind: 'nobody' }
  /** It says something that is not to be believed; with what to do. */
  | { readonly kind: 'refused'; readonly message: string };

export interface ProxyAsked {
  readonly header: (name: string) => string | undefined;
  /** The other end of the connection, by the socket. */
  readonly address: string;
  readonly isTrusted: (address: string) => boolean;
}

/** Who a proxy says has signed in. */
export function proxyVisitor(
  { header: name, rolesHeader, approvers, approverRoles }: ProxyOptions,
  { header, address, isTrusted }: ProxyAsked,
): ProxyAnswer {
  const who = name === undefined ? '' : decoded(header(name) ?? '').trim();
  if (who === '') return { kind: 'nobody' };
  if (!isTrusted(address)) {
    const message = `${name} came from ${address || 'an unknown address'}, which is not the proxy. Go through the proxy, or add its address to "trust".`;
    return { kind: 'refused', message };
  }
  if (!/^[^\p{Cc},]{1,100}$/u.test(who)) {
    // Node joins a header that is there twice: the visitor's own and the proxy's.
    const message = `${name} is no single name. The proxy has to replace what visitors send, and not to add to it.`;
    return { kind: 'refused', message };
  }
  const roles =
    rolesHeader === undefined
      ? []
      : decoded(header(rolesHeader) ?? '')
          .split(',')
          .map(role => role.trim());
  const acts = approvers.includes(who) || roles.some(role => approverRoles.includes(role));
  return { kind: 'visitor', visitor: { name: who, role: acts ? 'approver' : 'viewer', how: 'proxy' } };
}

/** Proxies send UTF-8, which Node gives as Latin-1. What is not UTF-8 stays as it is. */
function decoded(text: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}
