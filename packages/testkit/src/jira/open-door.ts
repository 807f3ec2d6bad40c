import { pageAsset } from '../page/page-asset.ts';
import { platformPage } from '../page/platform-page.ts';
import type { TicketSource } from '../page/ticket.ts';
import type { RecordedRequest } from '../simulator/recorded-request.ts';
import type { Reply } from '../simulator/reply.ts';
import type { IssueStore } from './issue-store.ts';
import { mediaFile } from './media.ts';

/** What is answered without signing in and outside of the API; undefined for everything else. */
export function openDoor(
  store: IssueStore,
  tickets: TicketSource,
  request: RecordedRequest,
  overview: string | undefined,
): Reply | undefined {
  const { method, path } = request;
  if (method !== 'GET') return undefined;
  const key = /^\/browse\/([^/]+)$/.exec(path)?.[1];
  if (key) return platformPage(tickets, key, request, overview);
  const attachment = /^\/media\/(\d+)\/binary$/.exec(path)?.[1];
  return attachment ? mediaFile(store, attachment) : pageAsset(path);
}
