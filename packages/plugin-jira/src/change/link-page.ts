import { createHash } from 'node:crypto';
import { type Call, cutText, ItsmError, type TicketChange, type TicketRef } from '@itsm-bridge/core';
import type { Connection } from '../site/connection.ts';

export type Link = Extract<TicketChange, { readonly kind: 'link' }>;

/**
 * POST …/issue/{id}/remotelink. Its globalId makes it one link however often it is sent: 201 the first time, then 200.
 *
 * @throws ItsmError kind `input`: what is no web address would be refused by Jira, or clicked by somebody.
 */
export async function linkPage(
  { api }: Pick<Connection, 'api'>,
  { id }: Pick<TicketRef, 'id'>,
  { url, title }: Link,
  { signal }: Pick<Call, 'signal'>,
): Promise<void> {
  if (!isWebAddress(url)) throw new ItsmError('input', `${url}: is no address of a page; http and https are linked.`);
  const object = { url, title: cutText(title, titleLimit) };
  await api.post(`/issue/${id}/remotelink`, { globalId: globalIdOf(url), object }, { signal });
}

export const isWebAddress = (url: string): boolean =>
  URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);

const titleLimit = 255;

/** At most 255 characters, which an address may exceed. */
const globalIdOf = (url: string): string => `itsm-bridge-${createHash('sha256').update(url).digest('hex')}`;
