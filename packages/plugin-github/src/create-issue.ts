import { type Call, type Created, ItsmError } from '@itsm-bridge/core';
import type { Connection } from './connection.ts';
import { issue, ticketRef } from './issue.ts';
import type { GitHubPayload } from './prepare.ts';
import { readBack } from './read-back.ts';

/** POST /repos/{owner}/{repo}/issues, answered 201 with the issue. */
export async function createIssue(
  { http, path, repository }: Connection,
  payload: GitHubPayload,
  { signal }: Call,
): Promise<Created> {
  const { data, status } = await http.post(`${path}/issues`, payload, { signal });
  const made = issue.safeParse(data);
  if (!made.success) throw new ItsmError('outcome-unknown', `GitHub answered ${status} without an issue.`, { status });
  return { kind: 'created', ticket: ticketRef(repository, made.data), warnings: readBack(payload, made.data) };
}
