import { type Budget, unitsPerRender } from './budget.ts';
import { globalFunctions } from './global-functions.ts';
import { member } from './member.ts';

/** A name that led to nothing. */
export interface Missing {
  readonly path: string;
  /** `<file>:<line>:<column>` */
  readonly where: string;
}

/** What one rendering keeps. */
export interface Rendering extends Budget {
  warn(missing: Missing): void;
  /** The last name that led to nothing, until a value is printed. */
  missing: Missing | undefined;
  /** Macros inside macros. */
  depth: number;
  /** Whether a name is printed that has stand-ins for its signs. */
  holdsNames: boolean;
}

/** The variables that a place in a template sees. Data, with the functions beside it: one is made for each text of a template. */
export interface Scope {
  readonly rendering: Rendering;
  /** What is below all variables. */
  readonly context: object;
  readonly parent: Scope | undefined;
  /** What macros see: the template's own top level. Undefined there. */
  readonly top: Scope | undefined;
  /** What is set inside does not reach the outside. */
  readonly isolated: boolean;
  /** Most scopes never get one. */
  variables: Map<string, unknown> | undefined;
}

/** The top level: its own variables over the context over the global functions. */
export const createScope = (context: object, warn: Rendering['warn']): Scope => ({
  rendering: { left: unitsPerRender, warn, missing: undefined, depth: 0, holdsNames: false },
  context,
  parent: undefined,
  top: undefined,
  isolated: false,
  variables: undefined,
});

export const childScope = (parent: Scope, isolated: boolean): Scope => ({
  rendering: parent.rendering,
  context: parent.context,
  parent,
  top: parent.top ?? parent,
  isolated,
  variables: undefined,
});

export function getVariable(scope: Scope, name: string): unknown {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.variables?.has(name)) return at.variables.get(name);
  }
  const value = member(scope.context, name);
  return value === undefined ? globalFunctions.get(name) : value;
}

/** `{% set %}`: where the name is known already, else here. */
export function setVariable(scope: Scope, name: string, value: unknown): void {
  let known: Scope | undefined = scope;
  while (known !== undefined && !known.variables?.has(name)) known = known.isolated ? undefined : known.parent;
  declare(known ?? scope, name, value);
}

/** Here, hiding an outer one. */
export function declare(scope: Scope, name: string, value: unknown): void {
  scope.variables ??= new Map();
  scope.variables.set(name, value);
}
