import type { ConfigSource } from '../config/config.ts';
import { readSource } from '../config/read-source.ts';
import { givenProblemText } from '../given-problem-text.ts';
import { ItsmError } from '../itsm-error.ts';

/**
 * Connects an integration. What is wrong with a member of it (`jira.field_mappings.fields.x: …`) is wrong with the config,
 * at the place of that member; a template is a file of its own.
 */
export function inFile<Result>(source: ConfigSource, integration: string, connect: () => Result): Result {
  try {
    return connect();
  } catch (error) {
    const { file } = source;
    if (!ItsmError.is(error) || file === undefined || !error.message.startsWith(`${integration}.`)) throw error;
    const [path = ''] = /^[^\s:]+/.exec(error.message) ?? [];
    const place = readSource(source).placeOf(path.split('.'));
    const at = place === undefined ? {} : { line: place.line, column: place.column };
    const message = error.message.slice(path.length).replace(/^: /, '');
    // `:1:16`, the place within a text, stays with the member.
    const problem = message.startsWith(':')
      ? { file, ...at, message: `${path}${message}` }
      : { file, ...at, path, message };
    throw new ItsmError(error.kind, givenProblemText(problem), { cause: error, problems: [problem] });
  }
}
