import type { Reply } from '../../simulator/reply.ts';
import type { Context } from '../context.ts';
import { failures } from '../failure.ts';
import type { Row } from '../row/row.ts';

/** Which rows of a table the user gets to see, and no word about the others (row ACLs), or a refusal. */
export function mayRead(table: string, { options }: Pick<Context, 'options'>): ((row: Row) => boolean) | Reply {
  const { journal = 'readable', acl } = options;
  const rule = acl?.read?.[table] ?? (table === 'sys_journal_field' && journal !== 'readable' ? journal : undefined);
  if (rule === 'refused') return failures.insufficientRights();
  return rule === 'hidden' ? () => false : (rule ?? (() => true));
}
