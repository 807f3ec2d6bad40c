import { definePlugin, describeJson } from '@itsm-bridge/core';
import { findChange } from './change/find-change.ts';
import { readRecord } from './change/read-record.ts';
import { updateIncident } from './change/update-incident.ts';
import { checkInstance } from './check/check-instance.ts';
import { listFields } from './check/list-fields.ts';
import { misfits } from './check/misfits.ts';
import { createTicket, type Payload } from './create/create-ticket.ts';
import { watchMarker } from './create/watch-marker.ts';
import { fieldRules } from './field-rules.ts';
import { keepSchema } from './fields/keep-schema.ts';
import { referencesOf } from './fields/reference/reference-settings.ts';
import { resolveFields, unresolved } from './fields/resolve-fields.ts';
import { connection } from './instance/connection.ts';
import { findAgain } from './look/find-again.ts';
import { locateRecord } from './look/locate-record.ts';
import { followUps } from './prepare/follow-ups.ts';
import { misspeltColumns } from './prepare/misspelt-columns.ts';
import { prepare } from './prepare/prepare.ts';
import { importPath, isStagedRow, recordOf, stagedRow } from './prepare/staged-row.ts';
import { settings } from './settings.ts';
import { template } from './template.ts';

/** A transaction that nobody waits for is cancelled by the instance's quota after 60 s by default. */
const settleWindowMs = 75_000;

/** ServiceNow through the Table API, or where the config says so through an import set. */
export const servicenow = definePlugin({
  name: 'servicenow',
  settings,
  fieldRules,
  template,
  templateFormats: ['html'],
  settleWindowMs,
  connect(parsed, deps) {
    const instance = connection(parsed, deps);
    const references = referencesOf(parsed);
    const schema = keepSchema(instance, deps.clock);
    const marker = watchMarker(deps.clock);
    const find = findAgain(instance, { clock: deps.clock, marker });
    const resolve = resolveFields(instance, references, { schema, clock: deps.clock });
    const create = createTicket(instance, { clock: deps.clock, find, marker });
    return {
      writes: true,
      unresolved: ({ fields }) => unresolved(fields, references),
      async resolve(draft, call) {
        const { fields, warnings } = await resolve(draft.fields, call);
        const misspelt = misspeltColumns(fields, parsed.import_set);
        return { ...draft, fields, warnings: [...draft.warnings, ...warnings, ...misspelt] };
      },
      prepare(draft): Payload {
        const record = prepare(draft, parsed);
        return parsed.import_set ? stagedRow(record, parsed.import_set) : record;
      },
      followUps: draft => followUps(draft, parsed.report),
      describe: (payload: Payload) =>
        isStagedRow(payload)
          ? describeJson('POST', `${instance.endpoint}${importPath(payload)}`, payload.row, instance.auth)
          : describeJson('POST', `${instance.endpoint}${instance.path}`, payload, instance.auth),
      async create(payload: Payload, call) {
        const created = await create(payload, call);
        resolve.cameBack(recordOf(payload), created.warnings);
        return created;
      },
      find: (call, sent?: Payload) => find(call, sent && recordOf(sent)),
      update: (ticket, change, call) => updateIncident(instance, resolve, { ticket, change }, call),
      findChange: (ticket, change, call) => findChange(instance, resolve, { ticket, change }, call),
      read: (ticket, call) => readRecord(instance, ticket, call),
      locate: (name, call) => locateRecord(instance, name, call),
      check: call => checkInstance({ connection: instance, settings: parsed, schema }, call),
      misfits: (draft, call) => misfits(instance, schema, draft, call),
      fields: ({ signal }) => listFields(schema, signal),
    };
  },
});
