import { ItsmError } from '../itsm-error.ts';

/** What is wrong with a member of an integration is wrong with the config; a template is a file of its own. */
export function inFile<Result>(file: string | undefined, integration: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (!ItsmError.is(error) || file === undefined || !error.message.startsWith(`${integration}.`)) throw error;
    throw new ItsmError(error.kind, `${file}: ${error.message}`, { cause: error });
  }
}
