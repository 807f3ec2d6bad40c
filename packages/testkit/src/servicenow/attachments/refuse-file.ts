import { extname } from 'node:path';
import type { Reply } from '../../simulator/reply.ts';
import type { Context } from '../context.ts';
import { failure, failures } from '../failure.ts';
import { refuseByAcl } from '../rules/may-write.ts';
import type { SentFile } from './sent-file.ts';

/** com.glide.attachment.max_size of an instance on which nobody has set it (vendor page "Attachment API"). */
const defaultLimit = 1_024 * 1_024 * 1_024;

/**
 * Why a file is not taken; undefined lets it pass. The vendor's page says that the API keeps the limits of
 * com.glide.attachment.max_size and glide.attachment.extensions, and that the user must be able to write the record; what
 * is then answered no page and no client's recording was found to say. 413, 400 and the words here are assumed.
 */
export function refuseFile(file: SentFile, { store, options }: Context): Reply | undefined {
  const { tableName, tableSysId, fileName, bytes } = file;
  if (!store.schema.find(tableName)) return failures.invalidTable(tableName);
  if (!store.find(tableName, tableSysId)) return failures.noRecord();
  const denied = refuseByAcl('sys_attachment', 'create', options) ?? refuseByAcl(tableName, 'write', options);
  if (denied) return denied;
  const allowed = options.attachmentExtensions;
  const extension = extname(fileName).slice(1).toLowerCase();
  if (allowed && !allowed.includes(extension))
    return failure(400, 'Attachment not created', `Files of type "${extension}" are not allowed.`);
  const limit = options.attachmentLimitBytes ?? defaultLimit;
  if (bytes.length > limit)
    return failure(413, 'Attachment not created', `The file is larger than the allowed ${limit} bytes.`);
  return undefined;
}
