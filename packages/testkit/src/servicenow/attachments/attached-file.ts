import type { Store } from '../store.ts';
import { bytesOf } from './file-bytes.ts';

/** A file at a record, as it is stored. */
export interface AttachedFile {
  readonly sysId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The files of one record, oldest first. */
export const readAttachments = (store: Store, recordId: string): readonly AttachedFile[] =>
  (store.having('sys_attachment', 'table_sys_id', recordId) ?? []).map(row => ({
    sysId: row.sys_id ?? '',
    name: row.file_name ?? '',
    mediaType: row.content_type ?? '',
    bytes: bytesOf(store, row.sys_id ?? ''),
  }));
