import { definePlugin, describeJson } from '@itsm-bridge/core';
import { createApi } from './api.ts';
import { checkAccount } from './check-account.ts';
import { createIncident } from './create-incident.ts';
import { findIncident } from './find-incident.ts';
import { locateIncident } from './locate-incident.ts';
import { hasNote } from './notes.ts';
import { type Payload, prepare } from './prepare.ts';
import { createPriorities } from './priorities.ts';
import { readIncident } from './read-incident.ts';
import { settings } from './settings.ts';
import { fieldRules, template } from './template.ts';
import { updateIncident } from './update-incident.ts';

/** Short, since somebody waits to be paged: whichever of two requests comes late is refused while the other's incident is open. */
const settleWindowMs = 10_000;

/** PagerDuty incidents through REST v2. */
export const pagerduty = definePlugin({
  name: 'pagerduty',
  settings,
  fieldRules,
  template,
  settleWindowMs,
  connect(parsed, deps) {
    const api = createApi(parsed, deps);
    const priorities = createPriorities(api, deps.clock);
    return {
      writes: true,
      async resolve(draft, { signal }) {
        const { fields, warnings } = await priorities.resolve(draft.fields, signal);
        return { ...draft, fields, warnings: [...draft.warnings, ...warnings] };
      },
      unresolved: ({ fields }) => (typeof fields.priority === 'string' ? ['priority'] : []),
      prepare: prepare(parsed),
      describe: (payload: Payload) =>
        describeJson('POST', `${parsed.endpoint}/incidents`, payload, api.auth, api.headers),
      create: (payload: Payload, call) => createIncident(api, payload, call),
      find: (call, sent) => findIncident(api, call, sent),
      update: (ticket, change, call) => updateIncident({ api, priorities }, ticket, change, call),
      // Fields and states are set anew: twice is once.
      findChange: async (ticket, change, call) =>
        change.kind === 'note' && (await hasNote(api, ticket, change, call)) ? 'applied' : 'absent',
      read: (ticket, call) => readIncident(api, ticket, call),
      locate: (name, call) => locateIncident(api, name, call),
      check: call => checkAccount({ api, settings: parsed, priorities }, call),
    };
  },
});
