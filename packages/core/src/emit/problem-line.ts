import { ItsmError } from '../itsm-error.ts';
import type { WorkProblem } from '../work/worker.ts';

/** What `onProblem` is told, as a line for a winston logger: kind and words, without a stack. */
export function problemLine({ integration, error, key }: WorkProblem) {
  const { kind, message } = ItsmError.is(error) ? error : { kind: 'defect', message: String(error) };
  return {
    level: 'warn',
    message: 'The worker goes on after a problem of our own side',
    ...(integration ? { integration } : {}),
    ...(key ? { key } : {}),
    error: { kind, message },
  } as const;
}
