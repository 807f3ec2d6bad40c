import { ItsmError, type Warning } from '@itsm-bridge/core';
import { plainName } from '../fields/plain-name.ts';
import type { Transition } from './list-transitions.ts';

export interface Choice {
  readonly transition: Transition;
  readonly warnings: readonly Warning[];
}

/**
 * Categories that fit, best first. Reopening prefers work resumed over a new request: the issue has its people and its
 * history, and what is `new` may be a backlog that nobody watches. ServiceNow reopens to In Progress, too.
 */
export const categories = { resolve: ['done'], reopen: ['indeterminate', 'new'] } as const;

/**
 * The transition that the config names, by its own name or by that of the status it leads to; else the first one into
 * the best category. Pure.
 *
 * @throws ItsmError kind `rejected`: none fits. It lists those that there are.
 */
export function chooseTransition(
  kind: 'resolve' | 'reopen',
  transitions: readonly Transition[],
  named: string | undefined,
): Choice {
  const setting = `${kind}_transition`;
  const fitting =
    named === undefined
      ? (categories[kind].map(key => into(transitions, key)).find(({ length }) => length > 0) ?? [])
      : transitions.filter(({ name, to }) => [name, to.name].some(each => plainName(each) === plainName(named)));
  const [transition, ...others] = fitting;
  if (!transition) {
    const wanted =
      named === undefined ? `no transition leads to a ${categories[kind].join(' or ')} status` : `none is "${named}"`;
    const message = `${kind}: ${wanted} (${setting}). From here the workflow has ${list(transitions)}.`;
    throw new ItsmError('rejected', message);
  }
  if (named !== undefined || others.length === 0) return { transition, warnings: [] };
  const message = `${kind}: took ${list([transition])}, the first that fits; there is also ${list(others)}. Name one in ${setting}.`;
  return { transition, warnings: [{ code: 'transition-chosen', message }] };
}

const into = (transitions: readonly Transition[], key: string) =>
  transitions.filter(({ to }) => to.statusCategory.key === key);

const list = (transitions: readonly Transition[]): string =>
  transitions.map(({ name, to }) => `"${name}" (to ${to.name}, ${to.statusCategory.key})`).join(', ') || 'none at all';
