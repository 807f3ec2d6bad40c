import type { Fault } from '@itsm-bridge/testkit';
import type { ChangeBehaviour } from './behaviour.ts';

const attach = {
  attach: { name: 'heap.log', mediaType: 'text/plain', content: new TextEncoder().encode('0123456789') },
};
const rejected = { makes: 'failed: rejected', copies: 0 } as const;
const once = { makes: 'updated', copies: 1 } as const;
const attached = (result: object): Fault['effect'] => ({
  kind: 'status',
  status: 201,
  body: { result: { sys_id: '0'.repeat(32), ...result } },
});

/** A file would be there twice if it were sent twice. */
export const files: readonly ChangeBehaviour[] = [
  {
    what: 'takes files up to a size',
    source: 'com.glide.attachment.max_size; open: 413',
    options: { attachmentLimitBytes: 4 },
    change: attach,
    ...rejected,
    says: /com\.glide\.attachment\.max_size/,
  },
  {
    what: 'takes files of some types',
    source: 'glide.attachment.extensions; open: 400',
    options: { attachmentExtensions: ['txt'] },
    change: attach,
    ...rejected,
    says: /glide\.attachment\.extensions/,
  },
  {
    what: 'takes no file of this user, 403',
    source: 'Attachment API; open: its words',
    options: { acl: { denied: { sys_attachment: ['create'] } } },
    change: attach,
    ...rejected,
    says: /Attaching needs write access/,
  },
  {
    what: 'stores less of a file, or under another name',
    source: 'open: no sighting',
    change: attach,
    write: attached({ file_name: 'heap_log', size_bytes: '3' }),
    makes: 'updated: attachment-cut, attachment-renamed',
  },
  {
    what: 'loses the answer to a file after its work',
    source: 'hyperdx PR#2534',
    change: attach,
    write: { kind: 'drop', commit: true },
    ...once,
  },
  {
    what: 'hides the files of the record, and answers one that it took with 502',
    source: 'KB3047115: row ACLs; open: proxies',
    options: { acl: { read: { sys_attachment: 'hidden' } } },
    change: attach,
    write: { kind: 'status', status: 502, commit: true },
    makes: 'unknown: outcome-unknown',
    copies: 1,
  },
];
