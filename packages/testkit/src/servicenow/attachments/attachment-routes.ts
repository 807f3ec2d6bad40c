import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { emptyReply, jsonReply, type Reply } from '../../simulator/reply.ts';
import type { Call, Route } from '../../simulator/route.ts';
import type { Context } from '../context.ts';
import { failures } from '../failure.ts';
import { candidates } from '../query/candidates.ts';
import { parseEncodedQuery } from '../query/encoded-query.ts';
import { nameValueQuery } from '../query/name-values.ts';
import { runQuery } from '../query/run-query.ts';
import { wholeNumber } from '../query/whole-number.ts';
import { insertRow } from '../row/insert-row.ts';
import type { Row } from '../row/row.ts';
import { mayRead } from '../rules/may-read.ts';
import { attachmentColumns } from './attachment-columns.ts';
import { bytesOf, putBytes, removeBytes } from './file-bytes.ts';
import { refuseFile } from './refuse-file.ts';
import { type FileReading, readFormFile, readRawFile } from './sent-file.ts';
import { showAttachment } from './show-attachment.ts';

/** The Attachment API. What it writes is also read through the Table API, as sys_attachment. */
export const attachmentRoutes: readonly Route<Context>[] = [
  { method: 'POST', pattern: '/api/now/attachment/file', answer: attach(readRawFile) },
  { method: 'POST', pattern: '/api/now/attachment/upload', answer: attach(readFormFile) },
  { method: 'GET', pattern: '/api/now/attachment', answer: list },
  { method: 'GET', pattern: '/api/now/attachment/:sysId', answer: withRow(read) },
  { method: 'GET', pattern: '/api/now/attachment/:sysId/file', answer: withRow(download) },
  { method: 'DELETE', pattern: '/api/now/attachment/:sysId', answer: withRow(remove) },
];

const tableName = 'sys_attachment';

function attach(readFile: (call: Call) => FileReading): Route<Context>['answer'] {
  return (call, context) => {
    const reading = readFile(call);
    if (reading.kind === 'no') return reading.reply;
    const { file } = reading;
    const refusal = refuseFile(file, context);
    if (refusal) return refusal;
    const { store, user, now, url } = context;
    const values = {
      file_name: file.fileName,
      table_name: file.tableName,
      table_sys_id: file.tableSysId,
      content_type: file.contentType,
      size_bytes: `${file.bytes.length}`,
      size_compressed: `${gzipSync(file.bytes).length}`,
      compressed: 'true',
      hash: createHash('sha256').update(file.bytes).digest('hex'),
    };
    const row = insertRow(store, tableName, values, user, now());
    const sysId = row.sys_id ?? '';
    putBytes(store, sysId, file.bytes);
    const location = `${url}/api/now/attachment/${sysId}`;
    return jsonReply(201, { result: showAttachment(row, context) }, { location });
  };
}

/**
 * What row ACLs hide is taken away after the limit, and counted all the same, as in lists of the Table API; that there is a
 * count is recorded (swimlane/techpubs-knowledgecenter, get_attachment_metadata.md).
 *
 * A page has 1,000 unless it says otherwise, where one of the Table API has 10,000. Name-value pairs are documented of that
 * API alone, but servicenow-rest-api asks here for the files of a record by them.
 */
function list({ query }: Call, context: Context): Reply {
  const visible = mayRead(tableName, context);
  if (typeof visible === 'object') return visible;
  const { sysparm_query: encoded } = query;
  const table = context.store.schema.find(tableName);
  const asked =
    encoded === undefined && table
      ? nameValueQuery(context.store, table, query)
      : parseEncodedQuery(encoded ?? '', name => Object.hasOwn(attachmentColumns, name));
  const found = runQuery(candidates(context.store, tableName, asked), asked, (row, name) => row[name] ?? '');
  const offset = wholeNumber(query.sysparm_offset, 0);
  const shown = found.slice(offset, offset + wholeNumber(query.sysparm_limit, 1_000)).filter(visible);
  const counted = { 'x-total-count': `${found.length}` };
  return jsonReply(200, { result: shown.map(row => showAttachment(row, context)) }, counted);
}

type RowAnswer = (row: Row, context: Context) => Reply;

function withRow(answer: RowAnswer): Route<Context>['answer'] {
  return (call, context) => {
    const visible = mayRead(tableName, context);
    if (typeof visible === 'object') return visible;
    const row = context.store.find(tableName, call.params.sysId ?? '');
    return row && visible(row) ? answer(row, context) : failures.noRecord();
  };
}

function read(row: Row, context: Context): Reply {
  return jsonReply(200, { result: showAttachment(row, context) });
}

function download(row: Row, context: Context): Reply {
  // A header is ASCII, and names of files are not.
  const metadata = JSON.stringify(showAttachment(row, context)).replace(
    /[^ -~]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return {
    status: 200,
    headers: { 'content-type': row.content_type ?? '', 'x-attachment-metadata': metadata },
    body: bytesOf(context.store, row.sys_id ?? ''),
  };
}

function remove({ sys_id: sysId = '' }: Row, { store }: Context): Reply {
  store.remove(tableName, sysId);
  removeBytes(store, sysId);
  return emptyReply(204);
}
