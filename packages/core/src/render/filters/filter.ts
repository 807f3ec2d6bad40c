import type { Arguments } from '../language/template-function.ts';
import { plain } from '../values/plain.ts';

export interface Filter {
  readonly apply: (value: unknown, given: Arguments) => unknown;
  /** Runs on an undefined variable too, which then is no longer worth a warning. */
  readonly takesUndefined: boolean;
}

/** A filter whose parameters have names, so that they can be given either way. Text arrives as plain text. */
export function filterOf(
  parameters: readonly string[],
  body: (value: unknown, ...given: readonly unknown[]) => unknown,
  { takesUndefined = false } = {},
): Filter {
  return {
    takesUndefined,
    apply: (value, { positional, keywords }) => {
      const given = parameters.map((name, index) =>
        plain(
          index < positional.length ? positional[index] : Object.hasOwn(keywords, name) ? keywords[name] : undefined,
        ),
      );
      return body(plain(value), ...given);
    },
  };
}
