import type { RecordedRequest } from '../simulator/recorded-request.ts';
import type { Reply } from '../simulator/reply.ts';
import { browsePage } from './browse-page.ts';
import type { IssueStore } from './issue-store.ts';
import { mediaFile } from './media.ts';

/** What is answered without signing in and outside of the API; undefined for everything else. */
export function openDoor(store: IssueStore, { method, path }: RecordedRequest): Reply | undefined {
  if (method !== 'GET') return undefined;
  const key = /^\/browse\/([^/]+)$/.exec(path)?.[1];
  if (key) return browsePage(store, key);
  const attachment = /^\/media\/(\d+)\/binary$/.exec(path)?.[1];
  return attachment ? mediaFile(store, attachment) : undefined;
}
