import { type CreateBehaviour, denied, warned } from './behaviour.ts';

const stranger = { sys_id: 'f'.repeat(32), number: 'INC0000001', correlation_id: '' };
const lost = { kind: 'status', status: 502, commit: true } as const;

/** About correlation_id, by which a ticket is found again. */
export const keys: readonly CreateBehaviour[] = [
  {
    what: 'drops the clause of the look-up and returns strangers',
    source: 'syncrona mirror-analyses.md M12',
    post: { kind: 'status', status: 502 },
    lookUp: { kind: 'status', status: 200, body: { result: [stranger, stranger] } },
    makes: 'unknown: config',
    incidents: 0,
  },
  {
    what: 'hides its own rows by an ACL: the look-up is empty, and counts one',
    source: 'KB3047115 §5.3; c_TableAPI.md: sysparm_no_count',
    options: { acl: { read: { incident: 'hidden' } } },
    post: lost,
    makes: 'unknown: config',
    says: /counts 1 that this user may not read/,
    incidents: 1,
  },
  {
    what: 'shows no correlation_id, and finds nothing by a clause that it drops',
    source: 'glide.invalid_query.returns_no_rows; open: field read ACL',
    options: { ...denied('read', 'correlation_id').options, invalidQueryReturnsNoRows: true },
    post: lost,
    makes: 'unknown: config',
    says: /Let this user read correlation_id; nothing is sent again before that/,
    incidents: 1,
  },
  {
    what: 'discards correlation_id by an ACL',
    source: 'measured: field write ACL',
    ...denied('write', 'correlation_id'),
    ...warned('marker-lost'),
    says: /not found again/,
    holds: { correlation_id: '' },
  },
  {
    what: 'shows no correlation_id',
    source: 'open: field read ACL',
    ...denied('read', 'correlation_id'),
    ...warned('marker-lost'),
  },
  {
    what: 'has no unique index on correlation_id, and makes two of one',
    source: 'open: base system; oncall#5499',
    post: lost,
    posts: 2,
    lookUp: { kind: 'status', status: 200, body: { result: [] } },
    makes: 'found: twin',
    incidents: 2,
  },
];
