import { definePlugin, describeJson } from '@itsm-bridge/core';
import { findChange } from './change/find-change.ts';
import { readRecord } from './change/read-record.ts';
import { updateIncident } from './change/update-incident.ts';
import { checkInstance } from './check/check-instance.ts';
import { listFields } from './check/list-fields.ts';
import { misfits } from './check/misfits.ts';
import { createIncident } from './create/create-incident.ts';
import { fieldRules } from './field-rules.ts';
import { resolveReferences, unresolved } from './fields/resolve-references.ts';
import { connection } from './instance/connection.ts';
import { findIncident } from './look/find-incident.ts';
import { followUps } from './prepare/follow-ups.ts';
import { prepare, type ServiceNowPayload } from './prepare/prepare.ts';
import { settings } from './settings.ts';
import { template } from './template.ts';

/** A transaction that nobody waits for is cancelled by the instance's quota after 60 s by default. */
const settleWindowMs = 75_000;

/** ServiceNow through the Table API. */
export const servicenow = definePlugin({
  name: 'servicenow',
  settings,
  fieldRules,
  template,
  templateFormats: ['html'],
  settleWindowMs,
  connect(parsed, deps) {
    const instance = connection(parsed, deps);
    const resolve = resolveReferences(instance);
    return {
      writes: true,
      unresolved: ({ fields }) => unresolved(fields),
      async resolve(draft, { signal }) {
        const { fields, warnings } = await resolve(draft.fields, signal);
        return { ...draft, fields, warnings: [...draft.warnings, ...warnings] };
      },
      prepare: draft => prepare(draft, parsed),
      followUps: draft => followUps(draft, parsed.report),
      describe: (payload: ServiceNowPayload) =>
        describeJson('POST', `${instance.endpoint}${instance.path}`, payload, instance.auth),
      create: (payload: ServiceNowPayload, call) => createIncident(instance, payload, call),
      find: call => findIncident(instance, call),
      update: (ticket, change, call) => updateIncident(instance, resolve, { ticket, change }, call),
      findChange: (ticket, change, call) => findChange(instance, ticket, change, call),
      read: (ticket, call) => readRecord(instance, ticket, call),
      check: call => checkInstance({ connection: instance, settings: parsed }, call),
      misfits: (draft, call) => misfits(instance, draft, call),
      fields: ({ signal }) => listFields(instance, signal),
    };
  },
});
