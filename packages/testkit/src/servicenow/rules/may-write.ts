import type { Reply } from '../../simulator/reply.ts';
import { failures } from '../failure.ts';
import type { RuleOptions } from './rule-options.ts';

type Act = 'create' | 'write' | 'delete';

/** Only an administrator writes these. */
const administrators = [
  ...['sys_db_object', 'sys_dictionary', 'sys_choice', 'sys_user_role', 'sys_user_has_role'],
  ...['sys_transform_map', 'sys_transform_entry'],
];
const words = { create: 'Insert', write: 'Update', delete: 'Delete' } as const;

/** The refusal of a write that the table's ACLs deny; undefined lets it pass. */
export function refuseByAcl(table: string, act: Act, { acl }: RuleOptions): Reply | undefined {
  const denied = administrators.includes(table) || acl?.denied?.[table]?.includes(act);
  return denied ? failures.aclException(words[act]) : undefined;
}
