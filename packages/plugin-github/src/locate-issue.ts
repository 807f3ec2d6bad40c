import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import type { Connection } from './connection.ts';
import { issue, ticketRef } from './issue.ts';

/** As GitHub writes it: `17`, `#17`, `owner/repository#17`; the repository is that of the config. A pull request is none. */
export async function locateIssue(
  { http, path, repository }: Connection,
  name: string,
  { signal }: Pick<Call, 'signal'>,
): Promise<TicketRef | undefined> {
  const [, named = repository, digits] = /^(?:([^#\s]+)#|#)?(\d{1,12})$/.exec(name.trim()) ?? [];
  if (digits === undefined || named.toLowerCase() !== repository.toLowerCase()) return undefined;
  try {
    const parsed = issue.safeParse((await http.get(`${path}/issues/${Number(digits)}`, { signal })).data);
    if (!parsed.success) throw new ItsmError('unavailable', `GitHub answered the look at ${name} without an issue.`);
    const { number, pull_request } = parsed.data;
    return number === Number(digits) && pull_request === undefined ? ticketRef(repository, parsed.data) : undefined;
  } catch (error) {
    // 301: transferred to another repository; 410: deleted.
    const gone = ItsmError.is(error) && [301, 404, 410].includes(error.status ?? 0);
    if (gone) return undefined;
    throw error;
  }
}
