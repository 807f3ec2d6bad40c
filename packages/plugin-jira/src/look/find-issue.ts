import type { Call, Lookup } from '@itsm-bridge/core';
import { ticketRef } from '../create/ticket-ref.ts';
import type { Connection } from '../site/connection.ts';
import { carries, type MarkedIssue } from './marked-issue.ts';
import { searchIssues } from './search-issues.ts';
import type { Walk } from './share-walk.ts';

/**
 * The issue that carries the key: first by walking the keys, which sees every committed issue, then by searching the
 * marker, which also finds an issue that was moved away but lags behind. Without the walk nothing is conclusive.
 */
export async function findIssue(connection: Connection, walk: Walk, { key, signal, doubt }: Call): Promise<Lookup> {
  const walked = connection.keyWalk && doubt ? await walk(key, doubt.from, signal) : [];
  const found = walked.filter(issue => carries(issue, key));
  if (found.length === 0) {
    const { issues } = await searchIssues(connection, `labels = "${key}" ORDER BY created ASC`, signal);
    found.push(...issues.filter(issue => carries(issue, key)));
  }
  const [oldest, ...twins] = found.sort(byAge).map(issue => ticketRef(connection.endpoint, issue));
  return oldest
    ? { kind: 'found', ticket: oldest, twins }
    : { kind: 'absent', conclusive: connection.keyWalk && doubt !== undefined };
}

/** Ids grow. */
const byAge = (a: MarkedIssue, b: MarkedIssue): number => Number(a.id) - Number(b.id);
