import { type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import { listRows } from '../fields/list-rows.ts';
import { readDictionary } from '../fields/read-dictionary.ts';
import { told } from '../fields/told.ts';
import { columnFor } from '../prepare/staged-row.ts';
import { assertWritable } from './assert-writable.ts';
import type { Asked } from './check-instance.ts';
import { checkTransformMap } from './check-transform-map.ts';
import { sentFields } from './sent-fields.ts';
import { unlessDenied } from './unless-denied.ts';

/** Roles of the base system with which a user loads import sets. */
const loaders: ReadonlySet<string> = new Set(['admin', 'import_admin', 'import_set_loader']);

/** The staging table and its map, where the config creates through one. Nothing is loaded. */
export function checkImport(asked: Asked): readonly CheckQuestion[] {
  const { connection, settings, roles, signal } = asked;
  const { import_set: importSet } = settings;
  if (!importSet) return [];
  const { table: staging } = importSet;
  const lacking = async (): Promise<string | undefined> => {
    const own = await roles();
    if (typeof own === 'string' || own.some(role => loaders.has(role))) return undefined;
    return `this user has ${own.join(', ')}, none of which loads import sets`;
  };
  const columns = sentFields(settings).map(field => columnFor(field, importSet));
  return [
    {
      step: `read ${staging}`,
      hint: `Check import_set.table: an administrator makes ${staging}, as a table that extends Import Set Row. Give the user import_set_loader and import_transformer; a role of your own has to contain them.`,
      async ask() {
        const seen = await told(
          listRows(
            connection,
            { table: staging, query: 'ORDERBYDESCsys_created_on', fields: ['sys_id'], most: 1 },
            signal,
          ),
        );
        if (seen.kind === 'denied') throw notReadable(staging, seen.error, await lacking());
        if (seen.value.length > 0) return `${staging} can be read.`;
        const lacks = await lacking();
        if (lacks === undefined) return `${staging} is there, and shows no row.`;
        throw new ItsmError('config', `${staging} shows no row, and ${lacks}.`);
      },
    },
    {
      step: `write ${staging}`,
      hint: 'Have a column made for each, or name the one that is there in import_set.fields: what has no column is lost without a word.',
      ask: () =>
        unlessDenied(told(readDictionary({ http: connection.http, table: staging }, signal)), dictionary => {
          assertWritable(columns, dictionary);
          return `The dictionary has ${columns.join(', ')}, none of them read-only. Not asked: ACLs and the scripts of the map, as no row was loaded; they show at the first.`;
        }),
    },
    checkTransformMap(asked, staging),
  ];
}

/** A table that nobody made is answered 400. */
function notReadable(staging: string, error: ItsmError, lacks: string | undefined): ItsmError {
  const { message, status } = error;
  const what = status === 400 ? `There is no table ${staging}` : `${staging} is not shown to this user`;
  const why = status === 400 || lacks === undefined ? '' : `; ${lacks}`;
  return new ItsmError('config', `${what} (${message})${why}.`, { cause: error });
}
