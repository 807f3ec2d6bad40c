import type { Call, Lookup } from '@itsm-bridge/core';
import type { Connection } from './connection.ts';
import { type Issue, issue, ticketRef } from './issue.ts';
import { carries, marker } from './marker.ts';
import { pages } from './pages.ts';
import type { GitHubPayload } from './prepare.ts';
import { readBack } from './read-back.ts';

/** Newest first: what is made meanwhile only moves the rest to later pages, and nothing is passed over. */
const params = { state: 'all', sort: 'created', direction: 'desc', per_page: 100 };
/** Our clock and GitHub's may differ by as much. */
const skewMs = 5 * 60_000;
/** Ten thousand issues: in a repository where so many are made within a doubt, a walk proves nothing in good time. */
const maxPages = 100;
/** Longer than a list is taken to lag behind a write. */
const lagMs = 60_000;

/**
 * The issue that carries the key, by walking the list of issues back to the first doubtful send and looking into each body.
 *
 * The search API would find the key in one request; but its index lags behind by seconds to minutes, it has a rate limit
 * of its own (30 a minute) and may answer incomplete results: it can never prove an absence. The list is read from the database.
 * GitHub promises for no read that it sees what was written a moment ago (replicas lag), so an absence is conclusive only
 * where the last doubtful send is a minute old.
 *
 * @param sent what it was to hold: the answer that would have told what of it was kept is lost
 */
export async function findIssue(
  connection: Connection,
  { key, signal, doubt }: Call,
  sent?: GitHubPayload,
): Promise<Lookup> {
  const began = connection.clock.now().getTime();
  const from = doubt ? doubt.from.getTime() - skewMs : began;
  const { carrying, whole } = await walk(connection, key, from, signal);
  const { repository } = connection;
  const [oldest, ...twins] = carrying.sort((one, other) => one.number - other.number);
  if (!oldest)
    return { kind: 'absent', conclusive: whole && doubt !== undefined && began >= doubt.until.getTime() + lagMs };
  return {
    ...{ kind: 'found', ticket: ticketRef(repository, oldest), warnings: sent ? readBack(sent, oldest) : [] },
    twins: twins.map(twin => ticketRef(repository, twin)),
  };
}

/** Those that carry the key among the issues made since `from`; of the page that is older, all are looked at. */
async function walk(connection: Connection, key: string, from: number, signal: AbortSignal) {
  const mark = marker('key', key);
  const carrying: Issue[] = [];
  let walked = 0;
  for await (const page of pages(connection, `${connection.path}/issues`, issue, { params, signal })) {
    carrying.push(...page.filter(each => each.pull_request === undefined && carries(each.body, mark)));
    const last = page.at(-1);
    if (last && Date.parse(last.created_at) < from) return { carrying, whole: true };
    walked += 1;
    if (walked === maxPages) return { carrying, whole: false };
  }
  return { carrying, whole: true };
}
