import type { Reply } from '../../simulator/reply.ts';
import type { Call } from '../../simulator/route.ts';
import { failure } from '../failure.ts';

/** A file on its way to a record. */
export interface SentFile {
  readonly tableName: string;
  readonly tableSysId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export type FileReading =
  | { readonly kind: 'file'; readonly file: SentFile }
  | { readonly kind: 'no'; readonly reply: Reply };

/** The raw bytes of a body, with all about them in the query. */
export function readRawFile({ query, headers, bytes, body }: Call): FileReading {
  return complete(query, {
    tableName: query.table_name ?? '',
    tableSysId: query.table_sys_id ?? '',
    fileName: query.file_name ?? '',
    contentType: headers['content-type'] ?? 'application/octet-stream',
    bytes: bytes ?? Buffer.from(body),
  });
}

/** The file of a form. It is the last part that is read: what comes after it might as well not be there. */
export function readFormFile({ parts = [] }: Call): FileReading {
  const at = parts.findIndex(part => part.filename !== undefined);
  const file = parts[at];
  if (!file) return no('The file part of the form is missing.');
  const values = Object.fromEntries(
    parts.slice(0, at).map(({ field, content }) => [field, Buffer.from(content).toString('utf8')]),
  );
  return complete(
    { file_name: file.filename ?? '', ...values },
    {
      tableName: values.table_name ?? '',
      tableSysId: values.table_sys_id ?? '',
      fileName: file.filename ?? '',
      contentType: file.mimeType,
      bytes: file.content,
    },
  );
}

function complete(given: Readonly<Record<string, string>>, file: SentFile): FileReading {
  const missing = ['table_name', 'table_sys_id', 'file_name'].filter(name => !given[name]);
  return missing.length > 0 ? no(`Required and missing: ${missing.join(', ')}`) : { kind: 'file', file };
}

/** The status is in the vendor's list of codes; the words are ours. */
const no = (detail: string): FileReading => ({
  kind: 'no',
  reply: failure(400, 'Attachment not created', detail),
});
