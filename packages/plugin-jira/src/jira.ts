import { definePlugin, describeJson, type RequestPreview } from '@itsm-bridge/core';
import { findChange } from './change/find-change.ts';
import { readIssue } from './change/read-issue.ts';
import { updateIssue } from './change/update-issue.ts';
import { checkSite } from './check/check-site.ts';
import { listFields } from './check/list-fields.ts';
import { createIssue } from './create/create-issue.ts';
import { fieldRules } from './field-rules.ts';
import { keepScreen } from './fields/keep-screen.ts';
import { findIssue } from './look/find-issue.ts';
import { locateIssue } from './look/locate-issue.ts';
import { walkKeys } from './look/walk-keys.ts';
import { followUps } from './prepare/follow-ups.ts';
import { type JiraPayload, versionOf } from './prepare/payload.ts';
import { prepare } from './prepare/prepare.ts';
import { createResolve } from './prepare/resolve-draft.ts';
import { unresolvedFields } from './prepare/unresolved-fields.ts';
import { settings } from './settings.ts';
import { language } from './site/api.ts';
import { connection } from './site/connection.ts';
import { template } from './template.ts';

/** Search lags behind writes by seconds to minutes. */
const settleWindowMs = 120_000;

const withLanguage = (request: RequestPreview): RequestPreview => ({
  ...request,
  headers: { ...request.headers, ...language },
});

/** Jira Cloud through REST v3 with documents, Data Center through v2 with wiki markup. */
export const jira = definePlugin({
  name: 'jira',
  settings,
  fieldRules,
  template,
  templateFormats: ['adf', 'wiki', 'html'],
  settleWindowMs,
  connect(parsed, deps) {
    const site = connection(parsed, deps);
    const walk = walkKeys(site);
    const screen = keepScreen(site, deps.clock);
    return {
      writes: true,
      resolve: createResolve({ settings: parsed, screen, users: site.users }),
      unresolved: draft => unresolvedFields(draft, parsed),
      prepare: prepare(parsed),
      followUps: draft => followUps(draft, parsed),
      describe: (payload: JiraPayload) =>
        withLanguage(describeJson('POST', site.api.addressOf('/issue', versionOf(payload)), payload, site.auth)),
      create: (payload: JiraPayload, call) => createIssue(site, payload, call),
      find: call => findIssue(site, walk, call),
      update: (ticket, change, call) => updateIssue(site, ticket, change, call),
      findChange: (ticket, change, call) => findChange(site, ticket, change, call),
      read: async (ticket, call) => (await readIssue(site, ticket, call))?.state ?? { kind: 'gone' },
      locate: (name, call) => locateIssue(site, name, call),
      check: call => checkSite({ connection: site, settings: parsed, screen }, call),
      fields: async ({ signal }) => listFields((await screen.anew(signal)).fields),
    };
  },
});
