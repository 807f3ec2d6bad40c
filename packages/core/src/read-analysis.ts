import type { Analysis } from './analysis.ts';
import { ItsmError } from './itsm-error.ts';
import { parseAnalysis } from './parse-analysis.ts';
import type { Redactor, TakenOut } from './redact/redactor.ts';

export interface ReadAnalysis {
  readonly analysis: Analysis;
  readonly takenOut: TakenOut;
}

/**
 * The one way in: from here on nobody sees what `$settings.redact` takes out. Also for what was put on record or spooled,
 * since that may have been before the config had it.
 *
 * @throws ItsmError kind `input`
 */
export function readAnalysis(value: unknown, redactor: Redactor, place?: string): ReadAnalysis {
  try {
    return redactor.analysis(parseAnalysis(value, place), place);
  } catch (error) {
    // A problem quotes what was found.
    if (!ItsmError.is(error)) throw error;
    const problems = error.problems.map(problem => ({ ...problem, message: redactor.text(problem.message) }));
    throw new ItsmError(error.kind, redactor.text(error.message), { problems });
  }
}
