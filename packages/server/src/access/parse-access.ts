import { explainError, ItsmError, problemText } from '@itsm-bridge/core';
import type { z } from '@itsm-bridge/core/zod';
import { type AccessOptions, accessOptions } from './access-options.ts';

/** @throws ItsmError kind `config` that names each member that is wrong. Tokens are never repeated. */
export function parseAccess(value: z.input<typeof accessOptions>): AccessOptions {
  const parsed = accessOptions.safeParse(value);
  if (parsed.success) return parsed.data;
  // A text in the wrong place may be a token.
  const problems = explainError(parsed.error, { schema: accessOptions, value, repeats: false });
  throw new ItsmError('config', problems.map(problem => `access: ${problemText(problem)}`).join('\n'));
}
