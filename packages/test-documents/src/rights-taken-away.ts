import type { JiraOptions, ServiceNowOptions } from '@itsm-bridge/testkit';

interface Without<Options> {
  readonly what: string;
  /** Members of the integration, over those of the specification's config. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly options?: Options;
}

export type Taken =
  | (Without<ServiceNowOptions> & { readonly platform: 'servicenow' })
  | (Without<JiraOptions> & { readonly platform: 'jira' });

const readOf = (table: string): ServiceNowOptions => ({ acl: { read: { [table]: 'refused' } } });
const readOfField = (field: string): ServiceNowOptions => ({ acl: { deniedFields: { [field]: ['read'] } } });

const servicenow: readonly Without<ServiceNowOptions>[] = [
  { what: 'the password', members: { password: 'another' } },
  { what: 'the role', options: { roles: ['rest_service'] } },
  { what: 'read on incident', options: readOf('incident') },
  { what: 'read on correlation_id', options: readOfField('task.correlation_id') },
  { what: 'read on work_notes', options: readOfField('incident.work_notes') },
  { what: 'read on groups', options: readOf('sys_user_group') },
  { what: 'read on users', options: readOf('sys_user') },
  { what: 'read on active of groups', options: readOfField('sys_user_group.active') },
  { what: 'read on attachments', options: readOf('sys_attachment') },
  { what: 'the staging table', members: { import_set: { table: 'u_rca_import' } } },
  { what: 'the close code', options: { closeCodes: ['Solved (Permanently)'] } },
  { what: 'the group', members: { defaults: { assignment_group: 'Nobody' } } },
];

const all = [
  ...['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'ADD_COMMENTS', 'TRANSITION_ISSUES', 'CREATE_ATTACHMENTS'],
  'LINK_ISSUES',
];

const jira: readonly Without<JiraOptions>[] = [
  ...all.map(key => ({ what: key, options: { permissions: all.filter(other => other !== key) } })),
  { what: 'the token', members: { api_token: 'another' } },
  { what: 'the issue type', members: { issue_type: 'Outage' } },
  { what: 'priority on the screen', options: { hiddenFields: ['priority'] } },
  { what: 'labels on the screen', options: { hiddenFields: ['labels'] } },
  { what: 'the priorities', options: { priorities: ['P1', 'P2', 'P3', 'P4'] } },
  { what: 'a done status', options: { statuses: [{ name: 'To Do', category: 'new' }], transitions: [] } },
];

/** What an administrator may have forgotten, each with the first step of the check that tells of it. */
export const rightsTakenAway: readonly Taken[] = [
  ...servicenow.map(taken => ({ platform: 'servicenow' as const, ...taken })),
  ...jira.map(taken => ({ platform: 'jira' as const, ...taken })),
];
