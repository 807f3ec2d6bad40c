import type { Budget } from './budget.ts';
import { globalFunctions } from './global-functions.ts';
import { member } from './member.ts';

/** A name that led to nothing. */
export interface Missing {
  readonly path: string;
  /** `<file>:<line>:<column>` */
  readonly where: string;
}

/** What one rendering keeps. */
export interface Rendering {
  readonly budget: Budget;
  warn(missing: Missing): void;
  /** The last name that led to nothing, until a value is printed. */
  missing: Missing | undefined;
  /** Macros inside macros. */
  depth: number;
}

/** The variables that a place in a template sees. */
export interface Scope {
  readonly rendering: Rendering;
  /** What macros see: the template's own top level. Undefined there. */
  readonly top: Scope | undefined;
  get(name: string): unknown;
  has(name: string): boolean;
  /** `{% set %}`: where the name is known already, else here. */
  set(name: string, value: unknown): void;
  /** Here, hiding an outer one. */
  declare(name: string, value: unknown): void;
  /** `isolated`: what is set inside does not reach the outside. */
  child(options?: { readonly isolated: boolean }): Scope;
}

/** The top level: its own variables over the context over the global functions. */
export function createScope(context: object, rendering: Rendering): Scope {
  return scopeOver(undefined, false, rendering, name => {
    const value = member(context, name);
    return value === undefined ? globalFunctions.get(name) : value;
  });
}

function scopeOver(
  parent: Scope | undefined,
  isolated: boolean,
  rendering: Rendering,
  outer: (name: string) => unknown,
): Scope {
  // Most scopes never get one, and there is one for each text of a template.
  let variables: Map<string, unknown> | undefined;
  const declare = (name: string, value: unknown) => {
    variables ??= new Map();
    variables.set(name, value);
  };
  const get = (name: string) => (variables?.has(name) ? variables.get(name) : outer(name));
  const scope: Scope = {
    rendering,
    // No getter: defining one for each scope costs more than the rest of it.
    top: parent && (parent.top ?? parent),
    get,
    has: name => variables?.has(name) || (!isolated && parent !== undefined && parent.has(name)),
    set: (name, value) => {
      if (!variables?.has(name) && !isolated && parent?.has(name)) parent.set(name, value);
      else declare(name, value);
    },
    declare,
    child: options => scopeOver(scope, options?.isolated ?? false, rendering, get),
  };
  return scope;
}
