import type { Source } from '../read-source.ts';
import { inFileOrder } from './in-file-order.ts';
import { pathText } from './path-text.ts';
import type { Problem } from './problem.ts';

/**
 * `itsm_config.json:12:5: jira.issue_tpye: unknown member…`, one problem a line, in the order of the file. What is missing
 * is at the place of the object around it; a config that is no text has no places.
 */
export function problemLines(problems: readonly Problem[], { root, placeOf }: Source, label: string): string {
  const lines = inFileOrder(problems, root)
    .map(problem => ({ ...problem, place: placeOf(problem.path) }))
    .sort((a, b) => (a.place?.offset ?? 0) - (b.place?.offset ?? 0))
    .map(({ path, text, place }) => {
      const at = place === undefined ? label : `${label}:${place.line}:${place.column}`;
      return `${at}: ${pathText(path)}: ${text}`;
    });
  return [...new Set(lines)].join('\n');
}
