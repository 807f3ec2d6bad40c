import type { Field } from './fields/field.ts';
import { resolutionKind } from './fields/named-kind.ts';
import type { JiraOptions, JiraStatus, JiraTransition } from './options.ts';
import type { Named } from './site.ts';

export interface Status extends Named {
  readonly category: JiraStatus['category'];
}

export interface Transition extends Named {
  readonly to: Status;
  /** Names of statuses; undefined is every one. */
  readonly from: readonly string[] | undefined;
  /** What it sets where the caller names none. */
  readonly resolution: string;
  /** The fields that its own screen shows; undefined is no screen of its own. */
  readonly screen: readonly Field[] | undefined;
}

/** Statuses, the ways between them, and what an issue can be closed as. One workflow for every project and type. */
export interface Workflow {
  /** The first one is that of a new issue. */
  readonly statuses: readonly [Status, ...Status[]];
  readonly transitions: readonly Transition[];
  readonly resolutions: readonly Named[];
}

/** Only a transition sets it: it is on no other screen. */
export const resolutionField: Field = {
  id: 'resolution',
  name: 'Resolution',
  schema: { type: 'resolution', system: 'resolution' },
  kind: resolutionKind,
  required: false,
};

const defaultStatuses: readonly JiraStatus[] = [
  { name: 'To Do', category: 'new' },
  { name: 'In Progress', category: 'indeterminate' },
  { name: 'Done', category: 'done' },
];

/**
 * @throws TypeError where a transition leads to no status or shows a field that is not there, or there is no status: a
 * mistake of the test.
 */
export function createWorkflow(options: JiraOptions, fields: readonly Field[]): Workflow {
  const { statuses: given = defaultStatuses, transitions, resolutions } = options;
  const [first, ...others] = given.map((status, index): Status => ({ ...status, id: `${10_000 + index}` }));
  if (!first) throw new TypeError('A workflow needs a status.');
  const statuses: Workflow['statuses'] = [first, ...others];
  const ways: readonly JiraTransition[] = transitions ?? given.map(({ name }) => ({ name, to: name }));
  return {
    statuses,
    transitions: ways.map(({ name, to, from, resolution = 'Done', screen }, index) => {
      const target = statuses.find(status => status.name === to);
      if (!target) throw new TypeError(`The transition "${name}" leads to "${to}", which is no status.`);
      return {
        id: `${11 + index * 10}`,
        name,
        to: target,
        from,
        resolution,
        screen: screen && shownOn(screen, fields),
      };
    }),
    resolutions: (resolutions ?? ['Done', "Won't Do", 'Duplicate', 'Cannot Reproduce']).map((name, index) => ({
      id: `${10_000 + index}`,
      name,
    })),
  };
}

const shownOn = (screen: NonNullable<JiraTransition['screen']>, fields: readonly Field[]): readonly Field[] =>
  screen.map(({ field: id, required = false }) => {
    const field = [...fields, resolutionField].find(each => each.id === id);
    if (!field) throw new TypeError(`A transition shows the field "${id}", which the site does not have.`);
    return { ...field, required };
  });
