import { isLoopbackHost } from '@itsm-bridge/core';
import type { Context } from 'hono';
import type { Access } from './access.ts';
import { accessProblem } from './access-problem.ts';
import { clientAddress } from './client-address.ts';
import { type Peer, peerOf } from './peer-of.ts';
import { proxyVisitor } from './proxy-visitor.ts';
import type { Refusal } from './refuse.ts';
import { readSessionCookie } from './session-cookie.ts';
import type { Session } from './sessions.ts';
import { tryToken } from './try-token.ts';
import type { AccessEnv, Visitor } from './visitor.ts';

export type Identity =
  | {
      readonly kind: 'visitor';
      readonly visitor: Visitor;
      /** What a form of this visitor's is bound to. Absent: a program with a bearer token, which no page can make send it. */
      readonly formsOf?: string;
      readonly session?: Session;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Who asks: a bearer token wins over a session, and that over a proxy's word. */
export async function identify(c: Context<AccessEnv>, access: Access): Promise<Identity> {
  const { options, tokens, sessions, isTrusted } = access;
  const peer = peerOf(c);
  if (tokens.isEmpty && options.proxy?.header === undefined) return onThisMachine(c, access, peer);
  const [, bearer] = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (bearer !== undefined && !tokens.isEmpty) {
    const tried = await tryToken(access, bearer, { address: clientAddress(c, access), way: 'with a bearer token' });
    if (tried.kind === 'refused') return tried;
    const { name, role } = tried.token;
    return { kind: 'visitor', visitor: { name, role, how: 'token' } };
  }
  const session = tokens.isEmpty ? undefined : sessions.read(readSessionCookie(c) ?? '');
  if (session !== undefined) {
    const { name, role } = session.token;
    return { kind: 'visitor', visitor: { name, role, how: 'token' }, formsOf: `session ${session.id}`, session };
  }
  if (options.proxy !== undefined) {
    const header = (name: string) => c.req.header(name);
    const answer = proxyVisitor(options.proxy, { header, address: peer.address, isTrusted });
    if (answer.kind === 'refused') return refused({ status: 403, kind: 'forbidden', message: answer.message });
    if (answer.kind === 'visitor') return { ...answer, formsOf: `proxy ${answer.visitor.name}` };
  }
  return refused(signedOut(access));
}

const refused = (refusal: Refusal): Identity => ({ kind: 'refused', refusal });

function signedOut({ tokens, options, base }: Access): Refusal {
  const ways = [
    ...(tokens.isEmpty ? [] : [`sign in at ${base}/sign-in`, 'send "Authorization: Bearer" with a token']),
    ...(options.proxy?.header ? [`come through the proxy, which has to set ${options.proxy.header}`] : []),
  ];
  const words = ways.join(', or ');
  const message = `Nobody is signed in here: ${words}.`;
  const headers = tokens.isEmpty ? {} : { 'www-authenticate': 'Bearer realm="itsm"' };
  return { status: 401, kind: 'signed-out', message, headers };
}

/** What proxies add, by their own settings or by the examples that people copy. */
const forwarding = [
  ...['forwarded', 'via', 'x-real-ip', 'true-client-ip', 'cf-connecting-ip', 'x-original-forwarded-for'],
  ...['for', 'host', 'proto', 'port', 'server', 'prefix', 'user', 'email'].map(name => `x-forwarded-${name}`),
];

function fromElsewhere(address: string): string {
  const from = address === '' ? 'Where you come from is not known' : `You come from ${address}`;
  return `${from}, and nobody signs in here, so only this machine may ask. Ask there, or have a token or the identity header of a proxy set.`;
}

function onThisMachine(c: Context<AccessEnv>, { options, user }: Access, { address, local }: Peer): Identity {
  const problem = isLoopbackHost(address) ? accessProblem(options, local.address) : fromElsewhere(address);
  if (problem !== undefined) return refused({ status: 403, kind: 'forbidden', message: problem });
  // No browser speaks it any more, and nginx does, with our own name as Host and without a word of whom it speaks for.
  const old = c.env.incoming.httpVersion === '1.0' ? 'HTTP/1.0' : undefined;
  const sign = forwarding.find(name => c.req.header(name) !== undefined) ?? old;
  if (sign === undefined) {
    return { kind: 'visitor', visitor: { name: user, role: 'approver', how: 'loopback' }, formsOf: 'loopback' };
  }
  const message = `A proxy stands in front of this server (${sign}), and nobody has to sign in here. Set a token, or the identity header of the proxy.`;
  return refused({ status: 403, kind: 'forbidden', message });
}
