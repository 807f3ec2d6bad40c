import { type GivenProblem, givenProblemText, ItsmError } from '@itsm-bridge/core';

/** A log of ten thousand bad lines is mended by looking at the first. */
const shown = 20;

/** One error of all the problems; its `problems` are all of them. */
export function inputError(problems: readonly GivenProblem[]): ItsmError {
  const more = problems.length - shown;
  const lines = problems.slice(0, shown).map(givenProblemText);
  return new ItsmError('input', [...lines, ...(more > 0 ? [`… and ${more} more problems.`] : [])].join('\n'), {
    problems,
  });
}
