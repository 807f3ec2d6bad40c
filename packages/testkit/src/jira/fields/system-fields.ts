import { checkSummary, noSummary } from './check-summary.ts';
import type { Field, ValueKind } from './field.ts';
import { listOf } from './list-of.ts';
import { componentKind, issueTypeKind, priorityKind, versionKind } from './named-kind.ts';
import { dateKind, labelKind, objectKind, richTextKind } from './text-kinds.ts';
import { assigneeKind, userKind } from './user-kind.ts';

type Row = readonly [id: string, name: string, type: string, kind: ValueKind, more?: Partial<Field>];

const rows: readonly Row[] = [
  ['summary', 'Summary', 'string', { check: checkSummary }, { required: true, missing: noSummary }],
  ['issuetype', 'Issue Type', 'issuetype', issueTypeKind, { required: true, missing: 'Specify a valid issue type' }],
  ['description', 'Description', 'string', richTextKind],
  ['environment', 'Environment', 'string', richTextKind],
  [
    'priority',
    'Priority',
    'priority',
    priorityKind,
    { preset: ({ site }) => site.priorities.find(({ name }) => name === 'Medium') ?? site.priorities[0] ?? null },
  ],
  ['labels', 'Labels', 'string[]', listOf(labelKind), { autoComplete: '/rest/api/1.0/labels/suggest?query=' }],
  ['components', 'Components', 'component[]', listOf(componentKind)],
  ['fixVersions', 'Fix versions', 'version[]', listOf(versionKind)],
  ['versions', 'Affects versions', 'version[]', listOf(versionKind)],
  [
    'assignee',
    'Assignee',
    'user',
    assigneeKind,
    { autoComplete: '/rest/api/{version}/user/assignable/search?project={project}&{typed}=' },
  ],
  ['reporter', 'Reporter', 'user', userKind, { autoComplete: '/rest/api/{version}/user/search?{typed}=' }],
  ['parent', 'Parent', 'issuelink', objectKind],
  ['duedate', 'Due date', 'date', dateKind],
];

/** The fields that every site has and people fill in, beside `project`, which only a create may set. */
export const systemFields: readonly Field[] = rows.map(([id, name, type, kind, more]) => ({
  id,
  name,
  schema: type.endsWith('[]') ? { type: 'array', items: type.slice(0, -2), system: id } : { type, system: id },
  kind,
  required: false,
  ...more,
}));
