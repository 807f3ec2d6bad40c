import type { Store } from '../store.ts';

/** Where an instance keeps the bytes of files; no table that the Table API shows. */
const table = 'sys_attachment_doc';

export const putBytes = (store: Store, sysId: string, bytes: Uint8Array): void =>
  store.put(table, { sys_id: sysId, data: Buffer.from(bytes).toString('base64') });

export const bytesOf = (store: Store, sysId: string): Uint8Array =>
  new Uint8Array(Buffer.from(store.find(table, sysId)?.data ?? '', 'base64'));

export const removeBytes = (store: Store, sysId: string): void => store.remove(table, sysId);
