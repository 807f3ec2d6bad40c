import type { JiraCustomField, JiraOptions, JiraProject } from './options.ts';
import { accountName } from './sign-in.ts';
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
}

/** How the site is set up: the options with every id given out. Nothing in it changes while it runs. */
export interface Site {
  readonly deployment: 'cloud' | 'datacenter';
  /** What Data Center knows the account by. */
  readonly username: string;
  readonly projects: readonly Project[];
  readonly priorities: readonly Named[];
  readonly customFields: readonly JiraCustomField[];
  readonly workflow: Workflow;
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
  return {
    deployment: options.deployment ?? 'cloud',
    username: accountName(options),
    projects: projects.map((project, index) => ({
      id: `${10_000 + index}`,
      key: project.key,
      name: project.name ?? `${project.key} project`,
      issueTypes: issueTypes.filter(type => project.issueTypes.includes(type.name)),
      components: numbered(project.components ?? [], 10_000 + index * 100),
    })),
    priorities: numbered(options.priorities ?? ['Highest', 'High', 'Medium', 'Low', 'Lowest'], 1),
    customFields: [
      { id: 'customfield_10001', name: 'RCA job ID', type: 'text' },
      { id: 'customfield_10002', name: 'Affected systems', type: 'text' },
      ...(options.customFields ?? []),
    ],
    workflow: createWorkflow(options),
    indexLagMs: options.indexLagMs ?? 0,
    skipKeys: new Set(options.skipKeys),
    validateAdf: options.validateAdf ?? (() => undefined),
  };
}

const numbered = (names: readonly string[], from: number): readonly Named[] =>
  names.map((name, index) => ({ id: `${from + index}`, name }));
