const run: unique symbol = Symbol('run');

export interface Arguments {
  readonly positional: readonly unknown[];
  readonly keywords: Readonly<Record<string, unknown>>;
}

/** Something that a template may call: a macro, `caller`, `range`, `cycler`, `joiner`. Data cannot make one. */
export interface TemplateFunction {
  readonly [run]: (given: Arguments) => unknown;
}

export function templateFunction(body: (given: Arguments) => unknown): TemplateFunction {
  return Object.freeze({ [run]: body });
}

export function isTemplateFunction(value: unknown): value is TemplateFunction {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, run);
}

export function callTemplateFunction(called: TemplateFunction, given: Arguments): unknown {
  return called[run](given);
}
