import type { Project, Site } from './site.ts';

/** What createmeta tells about the fields of an issue type: every type of the site has the same screen. */
export function fieldMetadata(project: Project, site: Site): readonly unknown[] {
  const system: readonly [id: string, name: string, type: string, more?: object][] = [
    ['summary', 'Summary', 'string', { required: true }],
    ['project', 'Project', 'project', { required: true }],
    ['issuetype', 'Issue Type', 'issuetype', { required: true, allowedValues: project.issueTypes }],
    ['description', 'Description', 'string'],
    ['environment', 'Environment', 'string'],
    ['priority', 'Priority', 'priority', { hasDefaultValue: true, allowedValues: site.priorities }],
    ['labels', 'Labels', 'array', { operations: ['add', 'set', 'remove'] }],
    ['components', 'Components', 'array', { allowedValues: project.components }],
    ['assignee', 'Assignee', 'user'],
    ['reporter', 'Reporter', 'user'],
    ['parent', 'Parent', 'issuelink'],
    ['duedate', 'Due date', 'date'],
  ];
  return [
    ...system.map(([id, name, type, more]) => describe(id, name, { type, system: id }, more)),
    ...site.customFields.map(({ id, name, type }) =>
      describe(id, name, {
        type: type === 'number' || type === 'any' ? type : 'string',
        custom: `com.atlassian.jira.plugin.system.customfieldtypes:${customTypes[type]}`,
        customId: Number(id.replace('customfield_', '')),
      }),
    ),
  ];
}

const customTypes = { text: 'textfield', textarea: 'textarea', number: 'float', any: 'readonlyfield' } as const;

const describe = (id: string, name: string, schema: object, more: object = {}): unknown => ({
  fieldId: id,
  key: id,
  name,
  required: false,
  hasDefaultValue: false,
  operations: ['set'],
  schema,
  ...more,
});
