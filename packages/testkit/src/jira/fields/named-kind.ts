import { isJsonObject } from '../../simulator/is-json-object.ts';
import type { Named, Project, Site } from '../site.ts';
import { accepted, refused } from './checked.ts';
import type { Place, ValueKind } from './field.ts';

interface NamedKind {
  /** The segment of its address: `priority`, `version`. */
  readonly path: string;
  readonly list: (context: { readonly site: Site; readonly project: Project }) => readonly Named[];
  /** What is said of a choice that is not in the list. */
  readonly unknown: (by: 'id' | 'name', sent: string) => string;
  /** What is said of a value that chooses nothing at all. */
  readonly wrongShape: string;
  /** What the site shows beside id and name. */
  readonly more?: (item: Named, place: Place) => object;
}

/** `{ name }` or `{ id }`, whichever is given, out of a list of the site or of the project. */
function namedKind({ path, list, unknown, wrongShape, more }: NamedKind): ValueKind {
  const show = (stored: unknown, place: Place): unknown =>
    isNamed(stored)
      ? { self: `${place.url}/rest/api/${place.version}/${path}/${stored.id}`, ...more?.(stored, place), ...stored }
      : stored;
  return {
    check: (value, context) => {
      if (!isJsonObject(value)) return refused(wrongShape);
      const by = value.id === undefined ? 'name' : 'id';
      const { [by]: sent } = value;
      if (typeof sent !== 'string') return refused(wrongShape);
      const found = list(context).find(item => item[by] === sent);
      return found ? accepted(found) : refused(unknown(by, sent));
    },
    choices: list,
    show,
  };
}

const isNamed = (value: unknown): value is Named =>
  isJsonObject(value) && typeof value.id === 'string' && typeof value.name === 'string';

export const issueTypeKind = namedKind({
  path: 'issuetype',
  list: ({ project }) => project.issueTypes,
  unknown: () => 'Specify a valid issue type',
  wrongShape: 'Specify a valid issue type',
  more: () => ({ description: '', subtask: false, hierarchyLevel: 0 }),
});

export const priorityKind = namedKind({
  path: 'priority',
  list: ({ site }) => site.priorities,
  unknown: () => 'The priority selected is invalid.',
  wrongShape: "Specify a valid 'id' or 'name' for priority",
  more: ({ name }, { url }) => ({ iconUrl: `${url}/images/icons/priorities/${name.toLowerCase()}.svg` }),
});

export const resolutionKind = namedKind({
  path: 'resolution',
  list: ({ site }) => site.workflow.resolutions,
  unknown: (by, sent) => `Resolution ${by} '${sent}' is not valid`,
  wrongShape: "Specify a valid 'id' or 'name' for resolution",
  more: () => ({ description: '' }),
});

export const componentKind = namedKind({
  path: 'component',
  list: ({ project }) => project.components,
  unknown: (by, sent) => `Component ${by} '${sent}' is not valid`,
  wrongShape: "Specify a valid 'id' or 'name' for component",
});

export const versionKind = namedKind({
  path: 'version',
  list: ({ project }) => project.versions,
  unknown: (by, sent) => `Version ${by} '${sent}' is not valid`,
  wrongShape: "Specify a valid 'id' or 'name' for version",
  more: () => ({ description: '', archived: false, released: false }),
});
