import { customField } from './fields/custom-field.ts';
import type { Field } from './fields/field.ts';
import { systemFields } from './fields/system-fields.ts';
import type { JiraOptions, JiraProject, JiraUser } from './options.ts';
import { accountEmail, accountName } from './sign-in.ts';
import { createWorkflow, type Workflow } from './workflow.ts';

/** Something with an id that people call by name: an issue type, a component, a priority. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Project extends Named {
  readonly key: string;
  readonly issueTypes: readonly Named[];
  readonly components: readonly Named[];
  readonly versions: readonly Named[];
  readonly type: 'software' | 'service_desk' | 'business';
}

export interface SiteUser extends JiraUser {
  /** What Data Center keeps when the name changes. */
  readonly key: string;
  readonly active: boolean;
}

/** How the site is set up: the options with every id given out. Nothing in it changes while it runs. */
export interface Site {
  readonly deployment: 'cloud' | 'datacenter';
  readonly projects: readonly Project[];
  readonly priorities: readonly Named[];
  /** The account that signs in comes first. */
  readonly users: readonly [SiteUser, ...SiteUser[]];
  /** Every field that can be on a screen. */
  readonly fields: readonly Field[];
  /** Of those, the ones on the screen that creates and edits share. */
  readonly screen: readonly Field[];
  readonly workflow: Workflow;
  /** Whether the account has a permission, by its key. */
  readonly may: (permission: string) => boolean;
  readonly attachmentLimitBytes: number;
  readonly indexLagMs: number;
  readonly skipKeys: ReadonlySet<number>;
  readonly validateAdf: (document: unknown) => string | undefined;
}

const defaultProjects: readonly JiraProject[] = [
  { key: 'OPS', issueTypes: ['Incident', 'Task', 'Bug'], components: ['Platform'] },
];

export function createSite(options: JiraOptions): Site {
  const projects = options.projects ?? defaultProjects;
  // Issue types are shared between projects: one name, one id.
  const issueTypes = numbered([...new Set(projects.flatMap(project => project.issueTypes))], 10_001);
  const fields = fieldsOf(options);
  return {
    deployment: options.deployment ?? 'cloud',
    projects: projects.map((project, index) => ({
      id: `${10_000 + index}`,
      key: project.key,
      name: project.name ?? `${project.key} project`,
      issueTypes: issueTypes.filter(type => project.issueTypes.includes(type.name)),
      components: numbered(project.components ?? [], 10_000 + index * 100),
      versions: numbered(project.versions ?? [], 10_000 + index * 100),
      type: project.type ?? 'software',
    })),
    priorities: numbered(options.priorities ?? ['Highest', 'High', 'Medium', 'Low', 'Lowest'], 1),
    users: [accountOf(options), ...(options.users ?? []).map((user, index) => siteUser(user, index + 1))],
    fields,
    screen: fields.filter(({ id }) => !options.hiddenFields?.includes(id)),
    workflow: createWorkflow(options, fields),
    may: permission => options.permissions?.includes(permission) ?? true,
    attachmentLimitBytes: options.attachmentLimitBytes ?? 10 * 1_024 * 1_024,
    indexLagMs: options.indexLagMs ?? 0,
    skipKeys: new Set(options.skipKeys),
    validateAdf: options.validateAdf ?? (() => undefined),
  };
}

function fieldsOf({ customFields = [], requiredFields = [] }: JiraOptions): readonly Field[] {
  const custom = [
    { id: 'customfield_10001', name: 'RCA job ID', type: 'text' as const },
    { id: 'customfield_10002', name: 'Affected systems', type: 'text' as const },
    ...customFields,
  ];
  return [...systemFields, ...custom.map(customField)].map(field =>
    requiredFields.includes(field.id) ? { ...field, required: true } : field,
  );
}

const accountOf = (options: JiraOptions): SiteUser =>
  siteUser(
    {
      accountId: '5b10a2844c20165700ede21g',
      name: accountName(options),
      email: accountEmail(options),
      displayName: 'Integration',
    },
    0,
  );

const siteUser = (user: JiraUser, index: number): SiteUser => ({
  active: true,
  ...user,
  key: `JIRAUSER${10_100 + index}`,
});

const numbered = (names: readonly string[], from: number): readonly Named[] =>
  names.map((name, index) => ({ id: `${from + index}`, name }));
