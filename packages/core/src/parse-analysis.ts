import { type Analysis, analysisSchema } from './analysis.ts';
import { ItsmError } from './itsm-error.ts';

/**
 * An analysis from a value, members that are not listed kept.
 *
 * @param place where it came from, for the message: `analyses.jsonl:3`.
 * @throws ItsmError kind `input`: every problem with its path, what was found and what is accepted.
 */
export function parseAnalysis(value: unknown, place = 'analysis'): Analysis {
  const parsed = analysisSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => {
    const at = path.length > 0 ? `${path.join('.')}: ` : '';
    return `${place}: ${at}${message}`;
  });
  throw new ItsmError('input', problems.join('\n'));
}
