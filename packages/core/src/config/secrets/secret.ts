import { z } from 'zod';
import type { Secret } from '../../contracts.ts';
import { isSecret } from './is-secret.ts';
import { secretHandle } from './secret-handle.ts';

/**
 * A member that holds a secret: takes a non-empty text or a handle, gives a handle.
 * Its JSON Schema says `writeOnly`, which is how the config stage knows that it may neither print nor resolve it early.
 */
export const secret = () =>
  z
    .unknown()
    .transform((value, context): Secret => {
      if (isSecret(value)) return value;
      if (typeof value === 'string' && value !== '') return secretHandle(async () => value);
      context.addIssue({
        code: 'custom',
        message: `${found(value)}; accepted is a text, best a reference such as \${NAME}`,
      });
      return z.NEVER;
    })
    .meta({ type: 'string', writeOnly: true });

/** Never the value: a number or a list may be a secret as well. */
function found(value: unknown): string {
  if (value === undefined) return 'is missing';
  if (value === '') return 'found an empty text';
  return 'found a value that is no text';
}
