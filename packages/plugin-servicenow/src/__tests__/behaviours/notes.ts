import { servicenowFaults } from '@itsm-bridge/testkit';
import { type ChangeBehaviour, denied } from './behaviour.ts';

const note = { note: 'The pool is larger now.' };
const customer = { members: { audience: 'customer' } };
const rejected = { makes: 'failed: rejected', copies: 0 } as const;
const once = { makes: 'updated', copies: 1 } as const;

/** A note would be there twice if it were sent twice. */
export const notes: readonly ChangeBehaviour[] = [
  {
    what: 'discards a comment, by an ACL, and answers 200',
    source: 'measured: field write ACL',
    ...denied('write', 'comments'),
    ...customer,
    change: note,
    ...rejected,
    says: /not in the journal/,
  },
  {
    what: 'discards work notes, by an ACL, so that none can be seen',
    source: 'measured: field write ACL',
    ...denied('write', 'work_notes'),
    change: note,
    makes: 'updated: note-unseen',
    copies: 0,
  },
  {
    what: 'hides the journals of the record',
    source: 'rapid7/insightconnect-plugins#4064',
    ...denied('read', 'work_notes', 'comments'),
    change: note,
    makes: 'updated: note-unseen',
    copies: 1,
  },
  {
    what: 'shows work notes, and hides comments',
    source: 'open: field read ACL',
    ...denied('read', 'comments'),
    ...customer,
    change: note,
    makes: 'updated: note-unseen',
    copies: 1,
  },
  {
    what: 'hides comments, and answers one that it took with 502',
    source: 'open: field read ACL; proxies',
    ...denied('read', 'comments'),
    ...customer,
    change: note,
    write: { kind: 'status', status: 502, commit: true },
    makes: 'unknown: outcome-unknown',
    copies: 1,
  },
  {
    what: 'shows the tags of a note as they are written, which is text then',
    source: 'glide.ui.security.allow_codetag',
    members: { report: { work_notes: 'text' } },
    change: { note: 'Checkout & payments are back.' },
    makes: 'updated',
    copies: 1,
  },
  {
    what: 'hides the table of the journal entries, and not the record',
    source: 'rapid7/insightconnect-plugins#4064',
    options: { journal: 'hidden' },
    change: note,
    ...once,
  },
  {
    what: 'loses the answer after its work',
    source: 'hyperdx PR#2534; sys_journal_field',
    change: note,
    write: { kind: 'drop', commit: true },
    ...once,
  },
  {
    what: 'loses the answer, and may yet do its work',
    source: 'harness-core#43767; sys_journal_field',
    change: note,
    write: { kind: 'drop', commit: false },
    makes: 'unknown: outcome-unknown',
    copies: 0,
  },
  {
    what: 'queues a note on a session, 202, and does it',
    source: 'KB3047080 §5.4, community blog 2289402',
    change: note,
    write: servicenowFaults.accepted(true),
    ...once,
  },
  {
    what: 'queues a note on a session, 202, and drops it',
    source: 'KB3047080 §5.4, docs.arc46.io',
    change: note,
    write: servicenowFaults.accepted(false),
    makes: 'unknown: outcome-unknown',
    copies: 0,
  },
  {
    what: 'answers a note with an error beside the result, 200',
    source: 'KB1297438',
    change: note,
    write: servicenowFaults.errorBesideResult(true),
    ...once,
  },
];
