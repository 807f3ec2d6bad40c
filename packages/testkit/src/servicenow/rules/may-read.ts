import type { Reply } from '../../simulator/reply.ts';
import type { Context } from '../context.ts';
import { failures } from '../failure.ts';

/** What of a table the user gets to see: all of it, no row and no word about it (row ACLs), or a refusal. */
export function mayRead(table: string, { options }: Context): 'all' | 'nothing' | Reply {
  if (table !== 'sys_journal_field') return 'all';
  const { journal = 'readable' } = options;
  return journal === 'readable' ? 'all' : journal === 'hidden' ? 'nothing' : failures.insufficientRights();
}
