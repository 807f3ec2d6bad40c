import type { GivenProblem } from '../../given-problem.ts';
import { givenProblemText } from '../../given-problem-text.ts';
import { ItsmError } from '../../itsm-error.ts';
import type { Source } from '../read-source.ts';
import { inFileOrder } from './in-file-order.ts';
import { pathText } from './path-text.ts';
import type { Problem } from './problem.ts';

/**
 * `itsm_config.json:12:5: jira.issue_tpye: unknown member…`, one problem a line, in the order of the file. What is missing
 * is at the place of the object around it; a config that is no text has no places.
 */
export function configError(problems: readonly Problem[], { root, placeOf }: Source, label: string): ItsmError {
  const placed = inFileOrder(problems, root)
    .map(problem => ({ ...problem, place: placeOf(problem.path) }))
    .sort((a, b) => (a.place?.offset ?? 0) - (b.place?.offset ?? 0))
    .map(({ path, text, place }): GivenProblem => {
      const at = place === undefined ? {} : { line: place.line, column: place.column };
      return { file: label, ...at, path: pathText(path), message: text };
    });
  const byText = new Map(placed.map(problem => [givenProblemText(problem), problem]));
  return new ItsmError('config', [...byText.keys()].join('\n'), { problems: [...byText.values()] });
}
