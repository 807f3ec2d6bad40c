import { definePlugin, describeJson } from '@itsm-bridge/core';
import { checkRepository } from './check-repository.ts';
import { connection, headers } from './connection.ts';
import { createIssue } from './create-issue.ts';
import { fieldRules } from './field-rules.ts';
import { findChange } from './find-change.ts';
import { findIssue } from './find-issue.ts';
import { locateIssue } from './locate-issue.ts';
import { misfits } from './misfits.ts';
import { type GitHubPayload, prepare } from './prepare.ts';
import { readIssue } from './read-issue.ts';
import { settings } from './settings.ts';
import { template } from './template.ts';
import { updateIssue } from './update-issue.ts';

/** GitHub ends a request that takes longer than 10 s ("Troubleshooting the REST API"); the rest is for what lags. */
const settleWindowMs = 60_000;

/** Issues of one repository, through REST. */
export const github = definePlugin({
  name: 'github',
  settings,
  fieldRules,
  template,
  templateFormats: ['html'],
  settleWindowMs,
  connect(parsed, deps) {
    const here = connection(parsed, deps);
    return {
      writes: true,
      prepare,
      describe: (payload: GitHubPayload) =>
        describeJson('POST', `${here.endpoint}${here.path}/issues`, payload, here.auth, headers),
      create: (payload: GitHubPayload, call) => createIssue(here, payload, call),
      find: (call, sent?: GitHubPayload) => findIssue(here, call, sent),
      update: (ticket, change, call) => updateIssue(here, ticket, change, call),
      findChange: (ticket, change, call) => findChange(here, ticket, change, call),
      read: (ticket, call) => readIssue(here, ticket, call),
      locate: (name, call) => locateIssue(here, name, call),
      check: call => checkRepository(here, call),
      misfits: (draft, call) => misfits(here, draft, call),
    };
  },
});
