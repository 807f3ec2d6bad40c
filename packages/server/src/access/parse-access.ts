import { ItsmError } from '@itsm-bridge/core';
import type { z } from 'zod';
import { givenProblems } from '../given-problems.ts';
import { type AccessOptions, accessOptions } from './access-options.ts';

/** @throws ItsmError kind `config` that names each member that is wrong. Tokens are never repeated. */
export function parseAccess(value: z.input<typeof accessOptions>): AccessOptions {
  const parsed = accessOptions.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ItsmError(
    'config',
    givenProblems(parsed.error, accessOptions, value)
      .map(problem => `access: ${problem}`)
      .join('\n'),
  );
}
